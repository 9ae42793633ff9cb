<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Hanoi Desk</source>
        <translation>Giới thiệu Hanoi Desk</translation>
    </message>
    <message>
        <source>Whose work is in it</source>
        <translation>Thành phần của bên khác</translation>
    </message>
    <message>
        <source>Which licence to read</source>
        <translation>Đọc giấy phép nào</translation>
    </message>
    <message>
        <source>This copy carries no key of the ministry, so no update can be verified with it. Ask for one on paper.</source>
        <translation>Bản này không có khóa của Bộ nên không xác minh được bản cập nhật nào. Hãy xin khóa trên giấy.</translation>
    </message>
    <message>
        <source>Updates are verified with the key {shown}. Compare it with the one on paper from the pouch.</source>
        <translation>Bản cập nhật được xác minh bằng khóa {shown}. Hãy đối chiếu với khóa trên giấy gửi theo túi thư ngoại giao.</translation>
    </message>
    <message>
        <source>All in one table</source>
        <translation>Tất cả trong một bảng</translation>
    </message>
</context>
<context>
    <name>AnnexCard</name>
    <message>
        <source>Annexes</source>
        <extracomment>What an annex is; other files may hang on a pack and do not stand in it.</extracomment>
        <translation>Phụ lục</translation>
    </message>
    <message>
        <source>Drop PDF files here, or choose them. Their pages are numbered with the others.</source>
        <translation>Thả tệp PDF vào đây hoặc chọn tệp. Các trang được đánh số chung.</translation>
    </message>
    <message>
        <source>Add PDF…</source>
        <translation>Thêm PDF…</translation>
    </message>
    <message>
        <source>Add annexes</source>
        <translation>Thêm phụ lục</translation>
    </message>
    <message>
        <source>Only PDF files can be annexes.</source>
        <translation>Chỉ tệp PDF mới làm phụ lục được.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Xóa {name}</translation>
    </message>
    <message>
        <source>Removed: {name}</source>
        <translation>Đã gỡ: {name}</translation>
    </message>
</context>
<context>
    <name>AnswerLine</name>
    <message>
        <source>Closed as kept: the promise of {country}.</source>
        <extracomment>The key of each answer on the row that has the focus.</extracomment>
        <translation>Đã kết thúc, ghi là đã thực hiện: cam kết của {country}.</translation>
    </message>
    <message>
        <source>Noted as partly kept: the promise of {country}.</source>
        <translation>Đã ghi là thực hiện một phần: cam kết của {country}.</translation>
    </message>
    <message>
        <source>Closed as lapsed: the promise of {country}.</source>
        <translation>Đã kết thúc, ghi là không còn giá trị: cam kết của {country}.</translation>
    </message>
    <message>
        <source>{country}: the promise to sign is now one to accede.</source>
        <translation>{country}: cam kết ký nay là cam kết gia nhập.</translation>
    </message>
    <message>
        <source>Note as partly kept</source>
        <translation>Ghi là đã thực hiện một phần</translation>
    </message>
    <message>
        <source>{answer}…</source>
        <translation>{answer}…</translation>
    </message>
    <message>
        <source>{country}: the new date is {day}; the old one stays in the history.</source>
        <translation>{country}: thời hạn mới là {day}; thời hạn cũ vẫn lưu trong lịch sử.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>The program did not start well the last time. So it opened the page of the backups, without drafts and your last view; nothing is lost.</source>
        <extracomment>How much larger one step of &quot;larger text&quot; makes it. How long a window must have stood until its start counts as one that went well, in milliseconds. Minutes after which an encrypted desk is locked when the settings say never, which is for plain ones only.</extracomment>
        <translation>Lần trước chương trình khởi động không tốt. Vì vậy lần này chương trình mở trang bản sao lưu, không kèm bản nháp và màn hình trước; không mất gì cả.</translation>
    </message>
    <message>
        <source>What you typed in a form was not saved when the program ended. Go on with it?</source>
        <translation>Những gì anh/chị nhập trong biểu mẫu chưa được lưu khi chương trình kết thúc. Viết tiếp?</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Viết tiếp</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Open a desk</source>
        <translation>Mở tệp dữ liệu</translation>
    </message>
</context>
<context>
    <name>AskCard</name>
    <message>
        <source>Remove this request</source>
        <translation>Bỏ đề nghị này</translation>
    </message>
    <message>
        <source>What is asked is not yet said</source>
        <translation>Chưa ghi nội dung đề nghị</translation>
    </message>
</context>
<context>
    <name>AskDetail</name>
    <message>
        <source>Plan follow-up…</source>
        <translation>Lập việc cần làm…</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>Trả lời…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Mở lại</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Thuộc về</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>From the contact</source>
        <translation>Từ cuộc tiếp xúc</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Việc cần làm</translation>
    </message>
</context>
<context>
    <name>AskListing</name>
    <message>
        <source>What is asked</source>
        <translation>Nội dung đề nghị</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>Bên đề nghị</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Đề nghị ngày</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Wanted by</source>
        <translation>Cần trước ngày</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Của ai</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>We owe</source>
        <translation>Ta chưa trả lời</translation>
    </message>
    <message>
        <source>They owe</source>
        <translation>Bạn chưa trả lời</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Đã kết thúc</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n đề nghị</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AsksPage</name>
    <message>
        <source>Requests</source>
        <translation>Đề nghị</translation>
    </message>
    <message>
        <source>Filter: country, words…</source>
        <translation>Lọc: nước, nội dung…</translation>
    </message>
    <message>
        <source>New request…</source>
        <translation>Đề nghị mới…</translation>
    </message>
    <message>
        <source>No request is on file. What they ask of us and we of them, beside the treaty act, stands here.</source>
        <translation>Chưa ghi đề nghị nào. Những gì bạn đề nghị ta và ta đề nghị bạn, ngoài hành vi điều ước, sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Đề nghị mới</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Đề nghị</translation>
    </message>
    <message>
        <source>That is closed already: {what}</source>
        <translation>Việc này đã kết thúc: {what}</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Plan follow-up</source>
        <translation>Thêm việc cần làm</translation>
    </message>
    <message>
        <source>The follow-up is planned.</source>
        <translation>Đã lập việc cần làm.</translation>
    </message>
</context>
<context>
    <name>Attended</name>
    <message numerus="yes">
        <source>+ all that attended: %n more delegation(s)</source>
        <translation>
            <numerusform>+ tất cả đoàn có mặt: thêm %n đoàn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Attendees</name>
    <message>
        <source>They were</source>
        <translation>Phía bạn</translation>
    </message>
    <message>
        <source>We were</source>
        <translation>Phía ta</translation>
    </message>
    <message>
        <source>Third parties present</source>
        <translation>Bên thứ ba có mặt</translation>
    </message>
    <message>
        <source>For somebody new: name, post, organization, country</source>
        <translation>Người mới: họ tên, chức vụ, cơ quan, nước</translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message>
        <source>Backups</source>
        <extracomment>Lines of complaint that are shown; all of them say the same in the end.</extracomment>
        <translation>Bản sao lưu</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sao lưu ngay</translation>
    </message>
    <message>
        <source>Back up to the second place</source>
        <translation>Sao lưu vào nơi thứ hai</translation>
    </message>
    <message>
        <source>Choose a second place…</source>
        <translation>Chọn nơi thứ hai…</translation>
    </message>
    <message>
        <source>Check the desk now</source>
        <translation>Kiểm tra dữ liệu ngay</translation>
    </message>
    <message>
        <source>Restore the chosen backup…</source>
        <translation>Khôi phục bản sao lưu đã chọn…</translation>
    </message>
    <message>
        <source>Known backups</source>
        <translation>Các bản sao lưu đã biết</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Thời điểm tạo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Kích thước</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Mã hóa</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>No backup was made yet.</source>
        <translation>Chưa có bản sao lưu nào.</translation>
    </message>
    <message>
        <source>The last backup was made and checked on {day} at {time}.</source>
        <translation>Bản sao lưu gần nhất được tạo và kiểm tra ngày {day} lúc {time}.</translation>
    </message>
    <message>
        <source>Second place: {path}</source>
        <translation>Nơi thứ hai: {path}</translation>
    </message>
    <message>
        <source>There is no second place yet: choose a stick, which is kept apart from this computer.</source>
        <translation>Chưa có nơi thứ hai: hãy chọn một ổ USB được cất riêng, không để cùng máy này.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>The whole desk was last exported without encryption on {day}, by {name}.</source>
        <translation>Lần gần nhất toàn bộ dữ liệu được xuất ra không mã hóa là ngày {day}, do {name} thực hiện.</translation>
    </message>
    <message>
        <source>an officer who is not on file</source>
        <translation>một cán bộ không có trong hồ sơ</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>Choose a second place</source>
        <translation>Chọn nơi thứ hai</translation>
    </message>
    <message>
        <source>The backup is made and checked: {path}</source>
        <translation>Đã tạo và kiểm tra bản sao lưu: {path}</translation>
    </message>
    <message>
        <source>The backup is made and checked…</source>
        <translation>Đang tạo và kiểm tra bản sao lưu…</translation>
    </message>
    <message>
        <source>Every page of the desk is checked…</source>
        <translation>Đang kiểm tra từng trang của tệp dữ liệu…</translation>
    </message>
    <message>
        <source>Every check was passed: the desk is sound.</source>
        <translation>Mọi kiểm tra đều đạt: dữ liệu nguyên vẹn.</translation>
    </message>
    <message>
        <source>Pages whose seal is broken: {what}</source>
        <translation>Các trang bị hỏng dấu bảo vệ: {what}</translation>
    </message>
    <message>
        <source>Tables or indexes that do not hold together: {what}</source>
        <translation>Các bảng hoặc chỉ mục không nhất quán: {what}</translation>
    </message>
    <message>
        <source>Links that lead nowhere: {what}</source>
        <translation>Các liên kết không dẫn tới đâu: {what}</translation>
    </message>
    <message>
        <source>The desk is damaged.</source>
        <translation>Dữ liệu bị hỏng.</translation>
    </message>
    <message>
        <source>Restore the backup of {day}</source>
        <translation>Khôi phục bản sao lưu ngày {day}</translation>
    </message>
    <message>
        <source>The desk is closed and the backup is checked and put in its place. What was written since then stays in the replaced file, which is kept beside the desk.</source>
        <translation>Dữ liệu sẽ được đóng lại, bản sao lưu được kiểm tra rồi đặt vào chỗ đó. Những gì ghi từ đó đến nay vẫn nằm trong tệp bị thay thế, được giữ bên cạnh tệp dữ liệu.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>A passphrase that opened the desk then</source>
        <translation>Cụm mật khẩu mở được dữ liệu khi đó</translation>
    </message>
</context>
<context>
    <name>BriefDialog</name>
    <message>
        <source>Brief: {country}</source>
        <translation>Thông tin tóm tắt: {country}</translation>
    </message>
    <message>
        <source>Preview of the brief for {country}</source>
        <translation>Xem trước tài liệu về {country}</translation>
    </message>
    <message>
        <source>Language of the document</source>
        <translation>Ngôn ngữ văn bản</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Lưu thành PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Saved: {what}</source>
        <translation>Đã lưu: {what}</translation>
    </message>
</context>
<context>
    <name>BusyLine</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>CalendarDialog</name>
    <message>
        <source>Save calendar file</source>
        <translation>Lưu tệp lịch</translation>
    </message>
    <message>
        <source>The calendar is saved: {name}. It is for our own side only.</source>
        <translation>Đã lưu tệp lịch: {name}. Tệp chỉ dùng trong nội bộ ta.</translation>
    </message>
</context>
<context>
    <name>CellCursor</name>
    <message>
        <source>{column}: {words}</source>
        <extracomment>The least width of an open field, in heights of a line of text.</extracomment>
        <translation>{column}: {words}</translation>
    </message>
</context>
<context>
    <name>ChecksTab</name>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>So many points of one kind are shown; a pack of all States would have thousands.</extracomment>
        <translation>
            <numerusform>và %n mục khác</numerusform>
        </translation>
    </message>
    <message>
        <source>Checks before printing</source>
        <translation>Kiểm tra trước khi in</translation>
    </message>
    <message>
        <source>Nothing is in the way of printing.</source>
        <translation>Không có gì cản trở việc in.</translation>
    </message>
    <message>
        <source>mend first</source>
        <translation>sửa trước</translation>
    </message>
    <message>
        <source>Go to the record</source>
        <translation>Đến hồ sơ</translation>
    </message>
    <message>
        <source>Go to the record: {words}</source>
        <translation>Đến hồ sơ: {words}</translation>
    </message>
    <message>
        <source>On the pages</source>
        <translation>Trên các trang</translation>
    </message>
    <message>
        <source>How full the blocks are</source>
        <translation>Mức đầy của các mục</translation>
    </message>
    <message>
        <source>{over} mm too much</source>
        <translation>thừa {over} mm</translation>
    </message>
    <message>
        <source>{used} of {room} mm</source>
        <translation>{used}/{room} mm</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>{name}, press Delete to remove it</source>
        <translation>{name}, nhấn Delete để bỏ</translation>
    </message>
</context>
<context>
    <name>ChipEdit</name>
    <message>
        <source>“{text}” may mean several: choose one from the list.</source>
        <translation>“{text}” có thể là nhiều mục: hãy chọn trong danh sách.</translation>
    </message>
    <message>
        <source>Nothing is known by the name “{text}”.</source>
        <translation>Không có mục nào tên “{text}”.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>mới</translation>
    </message>
</context>
<context>
    <name>ChipFrame</name>
    <message>
        <source>Suggestions for {field}</source>
        <translation>Gợi ý cho {field}</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Where there is no room for all, the last columns are left out.</source>
        <translation>Khi không đủ chỗ, các cột cuối sẽ được ẩn bớt.</translation>
    </message>
    <message>
        <source>These columns are written when the list is exported.</source>
        <translation>Các cột này được ghi khi xuất danh sách.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Lên</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Xuống</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Như ban đầu</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Each &amp;row is one of</source>
        <translation>Mỗi &amp;dòng thuộc</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Its first values</source>
        <translation>Vài giá trị đầu</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Cột này chứa</translation>
    </message>
    <message>
        <source>What “{column}” holds</source>
        <translation>Cột “{column}” chứa gì</translation>
    </message>
    <message>
        <source>nothing: leave it out</source>
        <translation>không dùng: bỏ qua</translation>
    </message>
    <message>
        <source>Say which column holds: {columns}.</source>
        <translation>Hãy chỉ ra cột chứa: {columns}.</translation>
    </message>
    <message>
        <source>When you import it again, a row is known by its own number.</source>
        <translation>Khi nhập lại, mỗi dòng được nhận ra theo số hiệu riêng.</translation>
    </message>
    <message>
        <source>When you import it again, a row is known by its date, countries and subject.</source>
        <translation>Khi nhập lại, mỗi dòng được nhận ra theo ngày, các nước và trích yếu.</translation>
    </message>
    <message>
        <source>When you import it again, a row is known by its country, name and post.</source>
        <translation>Khi nhập lại, mỗi dòng được nhận ra theo nước, tên và chức vụ.</translation>
    </message>
    <message>
        <source>When you import it again, a row is known by its country, act, date and speaker.</source>
        <translation>Khi nhập lại, mỗi dòng được nhận ra theo nước, hành động, ngày và người nói.</translation>
    </message>
    <message>
        <source>When you import it again, a row is known by its words and countries.</source>
        <translation>Khi nhập lại, mỗi dòng được nhận ra theo nội dung và các nước.</translation>
    </message>
    <message>
        <source>When you import it again, a row is known by its name and year.</source>
        <translation>Khi nhập lại, mỗi dòng được nhận ra theo tên và năm.</translation>
    </message>
</context>
<context>
    <name>CommitmentCard</name>
    <message>
        <source>By the words, not by hope; when between two, take the lower.</source>
        <translation>Theo lời đã nói, không theo mong muốn; nếu phân vân, chọn mức thấp hơn.</translation>
    </message>
    <message>
        <source>One State, one act, one speaker, one date: what a group said together is nobody&apos;s commitment.</source>
        <translation>Một quốc gia, một hành vi, một người phát biểu, một thời hạn: lời nói chung của một nhóm nước không phải cam kết của nước nào.</translation>
    </message>
    <message>
        <source>In totals it counts as: {grade}.</source>
        <translation>Khi tổng hợp được tính là: {grade}.</translation>
    </message>
    <message>
        <source>A second person is to confirm this grade.</source>
        <translation>Mức này cần người thứ hai xác nhận.</translation>
    </message>
    <message>
        <source>No speaker is named yet.</source>
        <translation>Chưa ghi người phát biểu.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Remove this commitment</source>
        <translation>Bỏ cam kết này</translation>
    </message>
    <message>
        <source>In which words</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Exact to</source>
        <translation>Chính xác đến</translation>
    </message>
    <message>
        <source>Speaking for</source>
        <translation>Tư cách phát biểu</translation>
    </message>
    <message>
        <source>As close to what was said as you can</source>
        <translation>Ghi sát lời đã nói</translation>
    </message>
    <message>
        <source>such as “the spring session”</source>
        <translation>ví dụ “kỳ họp mùa xuân”</translation>
    </message>
    <message>
        <source>A country not yet chosen</source>
        <translation>Nước chưa chọn</translation>
    </message>
    <message>
        <source>{country} declines for now to {act}</source>
        <translation>{country} hiện chưa đồng ý {act}</translation>
    </message>
    <message>
        <source>{country} will {act} {when}</source>
        <translation>{country} sẽ {act} {when}</translation>
    </message>
    <message>
        <source>{country} will {act}</source>
        <translation>{country} sẽ {act}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
</context>
<context>
    <name>CommitmentDetail</name>
    <message>
        <source>{country} will {act}</source>
        <translation>{country} sẽ {act}</translation>
    </message>
    <message>
        <source>passed {days} ago, nothing on record</source>
        <translation>quá hạn {days}, hồ sơ chưa ghi nhận</translation>
    </message>
    <message>
        <source>{country} declines for now to {act}</source>
        <translation>{country} tạm thời từ chối {act}</translation>
    </message>
    <message>
        <source>{country} promised to {act}</source>
        <translation>{country} đã cam kết {act}</translation>
    </message>
    <message>
        <source>Shown by the record</source>
        <translation>Thể hiện trong hồ sơ</translation>
    </message>
    <message>
        <source>Several States are said to have said this together: it is nobody&apos;s commitment.</source>
        <translation>Lời này được ghi chung cho nhiều quốc gia: không phải cam kết của riêng nước nào.</translation>
    </message>
    <message>
        <source>In totals it counts as: {grade}.</source>
        <translation>Khi tổng hợp tính là: {grade}.</translation>
    </message>
    <message>
        <source>A second person has not yet confirmed this grade.</source>
        <translation>Mức này chưa được người thứ hai xác nhận.</translation>
    </message>
    <message>
        <source>No speaker is named yet.</source>
        <translation>Chưa ghi người phát biểu.</translation>
    </message>
    <message>
        <source>Needs renewal: no new word for 180 days. Ask whether it still stands.</source>
        <translation>Cần làm mới: 180 ngày chưa có tin mới. Hãy hỏi xem cam kết còn giá trị không.</translation>
    </message>
    <message>
        <source>Close with a reason…</source>
        <translation>Kết thúc, ghi lý do…</translation>
    </message>
    <message>
        <source>Confirm grade…</source>
        <translation>Xác nhận mức…</translation>
    </message>
    <message>
        <source>{state} on {day}</source>
        <translation>{state} ngày {day}</translation>
    </message>
    <message>
        <source>Plan follow-up</source>
        <translation>Thêm việc cần làm</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Mở lại</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Xuất xứ</translation>
    </message>
    <message>
        <source>Said at</source>
        <translation>Nêu tại</translation>
    </message>
    <message>
        <source>The post is now held by {name}</source>
        <translation>Người đang giữ chức vụ này: {name}</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Việc cần làm</translation>
    </message>
</context>
<context>
    <name>CommitmentForm</name>
    <message>
        <source>One State, one act, one speaker, one date, one record. What a group said together is nobody&apos;s commitment: log it with the contact instead.</source>
        <extracomment>Contacts with a country, and persons of it, among which one is chosen. What a person may say became of a promise.</extracomment>
        <translation>Một quốc gia, một hành vi, một người phát biểu, một thời hạn, một căn cứ. Lời nói chung của một nhóm nước không phải cam kết của nước nào: hãy ghi vào tiếp xúc.</translation>
    </message>
    <message>
        <source>By the words, not by hope; when between two, take the lower.</source>
        <translation>Xếp theo lời nói, không theo mong muốn; khi phân vân, chọn mức thấp hơn.</translation>
    </message>
    <message>
        <source>A grade is raised with a reason, which stays in the history.</source>
        <translation>Nâng mức phải có lý do; lý do được lưu trong lịch sử.</translation>
    </message>
    <message>
        <source>In totals it counts as: {grade}.</source>
        <translation>Khi tổng hợp tính là: {grade}.</translation>
    </message>
    <message>
        <source>A second person is to confirm this grade.</source>
        <translation>Cần người thứ hai xác nhận mức này.</translation>
    </message>
    <message>
        <source>No speaker is named yet.</source>
        <translation>Chưa ghi người phát biểu.</translation>
    </message>
</context>
<context>
    <name>CommitmentListing</name>
    <message>
        <source>Country</source>
        <extracomment>The counters: those that name an outcome, one for what the record shows and nobody has written down, and one for grades that wait for a second person.</extracomment>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>Will</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>How firm</source>
        <translation>Hình thức</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Bước</translation>
    </message>
    <message>
        <source>Against the record</source>
        <translation>Đối chiếu hồ sơ</translation>
    </message>
    <message>
        <source>Said at</source>
        <translation>Nêu tại</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>The treaty record shows them kept, and nobody has closed them yet. They are not among the kept.</source>
        <translation>Hồ sơ điều ước cho thấy đã thực hiện nhưng chưa ai kết thúc. Không tính vào số đã thực hiện.</translation>
    </message>
    <message>
        <source>To close</source>
        <translation>Cần kết thúc</translation>
    </message>
    <message>
        <source>Not closed, graded 4 or 5, and not confirmed by a second person. They are counted beside too.</source>
        <translation>Chưa kết thúc, mức 4 hoặc 5 và chưa có người thứ hai xác nhận. Cũng được tính ở các số bên cạnh.</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>Cần xác nhận</translation>
    </message>
    <message>
        <source>Undertaking</source>
        <translation>Việc cam kết</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Mức độ</translation>
    </message>
    <message numerus="yes">
        <source>%n commitment(s)</source>
        <translation>
            <numerusform>%n cam kết</numerusform>
        </translation>
    </message>
    <message>
        <source>no date given</source>
        <translation>chưa nêu thời hạn</translation>
    </message>
    <message>
        <source>done {day}: close?</source>
        <translation>đã làm {day}: kết thúc?</translation>
    </message>
    <message>
        <source>kept {day}</source>
        <translation>đã thực hiện {day}</translation>
    </message>
    <message>
        <source>date passed, not done</source>
        <translation>quá hạn, chưa thực hiện</translation>
    </message>
    <message>
        <source>Not closed, the day has not passed or none was given, and the record shows nothing yet.</source>
        <translation>Chưa kết thúc, chưa quá ngày hoặc không nêu ngày, và hồ sơ chưa cho thấy gì.</translation>
    </message>
    <message>
        <source>Not closed, the day has passed, and the record does not show them kept.</source>
        <translation>Chưa kết thúc, đã quá ngày và hồ sơ không cho thấy đã thực hiện.</translation>
    </message>
    <message>
        <source>Promises to sign by those that had not signed when signature closed.</source>
        <translation>Cam kết ký của những bên chưa ký khi hết hạn ký.</translation>
    </message>
    <message>
        <source>The record shows a part of what was promised.</source>
        <translation>Hồ sơ cho thấy một phần điều đã cam kết.</translation>
    </message>
    <message>
        <source>The record does not fit the words: done before them, done though refused, or taken back since.</source>
        <translation>Hồ sơ không khớp với lời nói: đã làm trước đó, đã làm dù từ chối, hoặc sau đó đã rút lại.</translation>
    </message>
    <message>
        <source>Closed as kept.</source>
        <translation>Đã kết thúc: đã thực hiện.</translation>
    </message>
    <message>
        <source>Closed as lapsed, or words on signing that promised nothing, once signature has closed.</source>
        <translation>Đã kết thúc vì hết hiệu lực, hoặc lời nói về việc ký mà không hứa gì, khi đã hết hạn ký.</translation>
    </message>
    <message>
        <source>Closed by a person as: {state}.</source>
        <translation>Đã được kết thúc với trạng thái: {state}.</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Signature closed</source>
        <translation>Hết hạn ký</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Đã thay</translation>
    </message>
    <message>
        <source>Contradicted</source>
        <translation>Trái hồ sơ</translation>
    </message>
</context>
<context>
    <name>CommitmentsCard</name>
    <message>
        <source>Commitments</source>
        <translation>Cam kết</translation>
    </message>
    <message numerus="yes">
        <source>See all %n</source>
        <translation>
            <numerusform>Xem cả %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommitmentsPage</name>
    <message>
        <source>Commitments</source>
        <translation>Cam kết</translation>
    </message>
    <message>
        <source>Filter: country, words…</source>
        <translation>Lọc: nước, nội dung…</translation>
    </message>
    <message>
        <source>New commitment…</source>
        <translation>Thêm cam kết…</translation>
    </message>
    <message>
        <source>No commitment is recorded yet. They are recorded with the contact at which they were made.</source>
        <translation>Chưa ghi nhận cam kết. Cam kết được ghi cùng cuộc tiếp xúc đã nêu.</translation>
    </message>
    <message>
        <source>The promises are being held against the record.</source>
        <translation>Đang đối chiếu các cam kết với hồ sơ.</translation>
    </message>
    <message>
        <source>New commitment</source>
        <translation>Cam kết mới</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Cam kết</translation>
    </message>
    <message>
        <source>Plan follow-up</source>
        <translation>Thêm việc cần làm</translation>
    </message>
    <message>
        <source>The follow-up is planned.</source>
        <translation>Đã thêm việc cần làm.</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Kết quả của cam kết</translation>
    </message>
    <message>
        <source>Confirm the grade</source>
        <translation>Xác nhận mức cam kết</translation>
    </message>
    <message>
        <source>Source: {title}</source>
        <translation>Nguồn: {title}</translation>
    </message>
    <message>
        <source>Neither a contact nor a source is named for this promise.</source>
        <translation>Cam kết này chưa ghi cuộc tiếp xúc hay nguồn nào.</translation>
    </message>
</context>
<context>
    <name>CommitmentsTab</name>
    <message>
        <source>needs renewal</source>
        <translation>cần hỏi lại</translation>
    </message>
    <message>
        <source>grade not yet confirmed</source>
        <translation>mức chưa được xác nhận</translation>
    </message>
    <message>
        <source>Condition: {what}</source>
        <translation>Điều kiện: {what}</translation>
    </message>
    <message>
        <source>Asked in return: {what}</source>
        <translation>Đề nghị đổi lại: {what}</translation>
    </message>
    <message>
        <source>Shown by the treaty record: {act}, {day}</source>
        <translation>Hồ sơ điều ước thể hiện: {act}, {day}</translation>
    </message>
    <message>
        <source>Not yet written down: open the commitment to close it.</source>
        <translation>Chưa ghi lại: mở cam kết để kết thúc.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after the promised date</source>
        <translation>
            <numerusform>chậm %n ngày so với thời hạn cam kết</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparedDialog</name>
    <message>
        <source>Import: {file}</source>
        <translation>Nhập: {file}</translation>
    </message>
    <message>
        <source>Which country is it?</source>
        <translation>Đây là nước nào?</translation>
    </message>
    <message>
        <source>Type a few letters</source>
        <translation>Gõ vài chữ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>What you had ticked in {file} is to be ticked again when the file is there.</source>
        <translation>Các dòng đã đánh dấu trong {file} cần được đánh dấu lại khi có tệp.</translation>
    </message>
    <message>
        <source>The file was changed since you ticked its lines: look at them again.</source>
        <translation>Tệp đã thay đổi sau khi anh/chị đánh dấu các dòng: hãy xem lại.</translation>
    </message>
</context>
<context>
    <name>ConfirmingForm</name>
    <message>
        <source>The second person reads the words and the record, and is not the one who gave this grade.</source>
        <translation>Người thứ hai đọc lời cam kết và hồ sơ, và không phải người đã xếp mức này.</translation>
    </message>
    <message>
        <source>{rule} No other officer is on file yet.</source>
        <translation>{rule} Chưa có cán bộ nào khác trong hồ sơ.</translation>
    </message>
</context>
<context>
    <name>CountriesPage</name>
    <message>
        <source>The list is empty: there is nothing to show here.</source>
        <extracomment>Widths in heights of a line of text: of the list, and of the page below which list and country take turns. While one runs down the list, a country is read only when the keys rest, in milliseconds.</extracomment>
        <translation>Danh sách trống nên ở đây không có gì để hiển thị.</translation>
    </message>
</context>
<context>
    <name>CountryHeader</name>
    <message>
        <source>Edit</source>
        <extracomment>The stages that a person notes; all others come from the depositary&apos;s record or from contacts.</extracomment>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Lead mission, priority and other names (F2)</source>
        <translation>Cơ quan phụ trách, mức ưu tiên và tên gọi khác (F2)</translation>
    </message>
    <message>
        <source>Edit the country (F2)</source>
        <translation>Sửa thông tin quốc gia (F2)</translation>
    </message>
    <message>
        <source>Next legal step: {step}</source>
        <translation>Bước pháp lý tiếp theo: {step}</translation>
    </message>
    <message>
        <source>Promised to {act}</source>
        <translation>Cam kết {act}</translation>
    </message>
    <message>
        <source>Unverified statement on file</source>
        <translation>Có tin chưa kiểm chứng</translation>
    </message>
    <message>
        <source>Looked after by {mission}</source>
        <translation>Phụ trách: {mission}</translation>
    </message>
    <message>
        <source>No lead mission set</source>
        <translation>Chưa có cơ quan phụ trách</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Ưu tiên cao</translation>
    </message>
    <message>
        <source>Left and Right choose a step at home, Enter notes it.</source>
        <translation>Phím Trái, Phải chọn bước trong nước, Enter để ghi.</translation>
    </message>
    <message>
        <source>{country}: {step}</source>
        <translation>{country}: {step}</translation>
    </message>
    <message>
        <source>Noted for {country}: {step}.</source>
        <translation>Đã ghi cho {country}: {step}.</translation>
    </message>
    <message>
        <source>Middle priority</source>
        <translation>Ưu tiên trung bình</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>Ưu tiên thấp</translation>
    </message>
    <message>
        <source>Legal path: completed</source>
        <translation>Thủ tục pháp lý: đã hoàn tất</translation>
    </message>
    <message>
        <source>Legal path: none is open at present</source>
        <translation>Thủ tục pháp lý: hiện chưa có bước nào</translation>
    </message>
    <message>
        <source>signature closed on {day}</source>
        <translation>hết hạn ký {day}</translation>
    </message>
    <message>
        <source>Still open: {paths} ({over})</source>
        <translation>Còn có thể: {paths} ({over})</translation>
    </message>
    <message>
        <source>Still open: {paths}</source>
        <translation>Còn có thể: {paths}</translation>
    </message>
    <message>
        <source>{path} until {day}, {left}</source>
        <translation>{path} đến hết {day}, {left}</translation>
    </message>
    <message>
        <source>next</source>
        <translation>tiếp theo</translation>
    </message>
    <message>
        <source>only reported</source>
        <translation>mới có tin</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>hết hạn</translation>
    </message>
    <message>
        <source>planned {day}</source>
        <translation>dự kiến {day}</translation>
    </message>
    <message>
        <source>In contact</source>
        <translation>Tiếp xúc</translation>
    </message>
    <message>
        <source>Considering</source>
        <translation>Xem xét</translation>
    </message>
    <message>
        <source>Decision taken</source>
        <translation>Có chủ trương</translation>
    </message>
    <message>
        <source>Full powers</source>
        <translation>Giấy ủy quyền</translation>
    </message>
    <message>
        <source>Legal review</source>
        <translation>Rà soát luật</translation>
    </message>
    <message>
        <source>In parliament</source>
        <translation>Trình nghị viện</translation>
    </message>
    <message>
        <source>Parliament approved</source>
        <translation>Nghị viện thông qua</translation>
    </message>
    <message>
        <source>Assent</source>
        <translation>Ký lệnh</translation>
    </message>
    <message>
        <source>Instrument signed</source>
        <translation>Ký văn kiện</translation>
    </message>
    <message>
        <source>Deposited</source>
        <translation>Nộp lưu chiểu</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Có hiệu lực</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Đã rút</translation>
    </message>
</context>
<context>
    <name>CountryList</name>
    <message>
        <source>Filter: name, code or alias…</source>
        <extracomment>Below this height, in heights of a line of text, the drop-downs stand behind a button.</extracomment>
        <translation>Lọc: tên, mã, tên khác…</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Bộ lọc</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <translation>Thứ tự: {order}</translation>
    </message>
    <message>
        <source>No country fits this filter.</source>
        <translation>Không có nước nào khớp bộ lọc.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>No contact</source>
        <translation>Chưa tiếp xúc</translation>
    </message>
    <message>
        <source>{name}: {status}; last contact {when}</source>
        <translation>{name}: {status}; tiếp xúc gần nhất {when}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Theo tên</translation>
    </message>
    <message>
        <source>By priority</source>
        <translation>Theo mức ưu tiên</translation>
    </message>
    <message>
        <source>Newest contact first</source>
        <translation>Tiếp xúc mới nhất trước</translation>
    </message>
    <message>
        <source>Longest silent first</source>
        <translation>Lâu chưa tiếp xúc trước</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>Theo tình trạng</translation>
    </message>
</context>
<context>
    <name>CountryListing</name>
    <message>
        <source>{n} of {all}</source>
        <extracomment>The orders that are offered: what is sorted by, and whether the greatest comes first. Where those without a priority stand.</extracomment>
        <translation>{n}/{all}</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n nước, tổ chức</numerusform>
        </translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Cam kết</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Tiếp xúc</translation>
    </message>
    <message>
        <source>Lead mission</source>
        <translation>Phụ trách</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>Chưa kiểm chứng</translation>
    </message>
    <message>
        <source>All signatories</source>
        <translation>Mọi nước đã ký</translation>
    </message>
    <message>
        <source>Signed, not deposited</source>
        <translation>Đã ký, chưa nộp lưu chiểu</translation>
    </message>
    <message>
        <source>Any promised act</source>
        <translation>Có cam kết</translation>
    </message>
    <message>
        <source>To sign</source>
        <translation>Cam kết ký</translation>
    </message>
    <message>
        <source>To ratify or accede</source>
        <translation>Cam kết phê chuẩn, gia nhập</translation>
    </message>
    <message>
        <source>Under 30 days</source>
        <translation>Dưới 30 ngày</translation>
    </message>
    <message>
        <source>30 to 90 days</source>
        <translation>30 đến 90 ngày</translation>
    </message>
    <message>
        <source>90 to 180 days</source>
        <translation>90 đến 180 ngày</translation>
    </message>
    <message>
        <source>Over 180 days</source>
        <translation>Trên 180 ngày</translation>
    </message>
    <message>
        <source>No contact yet</source>
        <translation>Chưa tiếp xúc</translation>
    </message>
    <message>
        <source>No lead mission set</source>
        <translation>Chưa có cơ quan phụ trách</translation>
    </message>
    <message>
        <source>Countries on which there are unverified statements; none of them is counted.</source>
        <translation>Các nước có tin chưa kiểm chứng; không tin nào được tính.</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Cao</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Trung bình</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Thấp</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>Ngày ký</translation>
    </message>
    <message>
        <source>Deposited on</source>
        <translation>Ngày nộp lưu chiểu</translation>
    </message>
    <message>
        <source>Step at home</source>
        <translation>Bước trong nước</translation>
    </message>
    <message>
        <source>Best promise</source>
        <translation>Cam kết cao nhất</translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation>Thời hạn cam kết</translation>
    </message>
    <message>
        <source>Kind of contact</source>
        <translation>Hình thức tiếp xúc</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Gặp ai</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Ai tiếp xúc</translation>
    </message>
    <message>
        <source>Highest level reached</source>
        <translation>Cấp cao nhất đã gặp</translation>
    </message>
    <message>
        <source>Open promises</source>
        <translation>Cam kết đang theo dõi</translation>
    </message>
    <message>
        <source>Open tasks</source>
        <translation>Việc chưa xong</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Mức ưu tiên</translation>
    </message>
</context>
<context>
    <name>CountryResults</name>
    <message>
        <source>What each said</source>
        <translation>Ý kiến từng nước</translation>
    </message>
    <message>
        <source>Alt+Down: the next country. Alt+Up: the one before.</source>
        <translation>Alt+Xuống: nước tiếp theo. Alt+Lên: nước trước.</translation>
    </message>
</context>
<context>
    <name>CountryView</name>
    <message>
        <source>‹ All countries</source>
        <extracomment>Widths in heights of a line of text: below it the side cards stand above the tabs; and the width of their column.</extracomment>
        <translation>‹ Mọi quốc gia</translation>
    </message>
    <message>
        <source>What is on file</source>
        <translation>Nội dung lưu hồ sơ</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Diễn biến</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Cam kết</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Đầu mối</translation>
    </message>
    <message>
        <source>Talking points</source>
        <translation>Điểm cần nêu</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp đính kèm</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
</context>
<context>
    <name>CoverageDetail</name>
    <message>
        <source>Open the country</source>
        <translation>Mở trang quốc gia</translation>
    </message>
    <message>
        <source>New responsibility…</source>
        <translation>Thêm phân công…</translation>
    </message>
    <message>
        <source>On {day}</source>
        <translation>Ngày {day}</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Trước và sau đó</translation>
    </message>
    <message>
        <source>{mission} is not open on all the days written down for it.</source>
        <translation>{mission} không hoạt động trong toàn bộ thời gian đã ghi.</translation>
    </message>
    <message>
        <source>without dates</source>
        <translation>không ghi ngày</translation>
    </message>
    <message>
        <source>{mission} and {other} ({days}) have the same role on the same days.</source>
        <translation>{mission} và {other} ({days}) cùng đảm nhiệm một vai trò trong cùng thời gian.</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>Cần kiểm tra</translation>
    </message>
    <message>
        <source>Nothing is written down.</source>
        <translation>Chưa ghi gì.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>History: {mission}</source>
        <translation>Lịch sử: {mission}</translation>
    </message>
</context>
<context>
    <name>CoverageForm</name>
    <message>
        <source>An earlier one in the same role ends the day before this one begins.</source>
        <translation>Phân công trước trong cùng vai trò kết thúc vào hôm trước ngày bắt đầu.</translation>
    </message>
    <message>
        <source>Choose one of our missions.</source>
        <translation>Hãy chọn một cơ quan đại diện của ta.</translation>
    </message>
</context>
<context>
    <name>CoverageImportDialog</name>
    <message>
        <source>&amp;Which country is it?</source>
        <translation>Đây là &amp;nước nào?</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>In the sheet</source>
        <translation>Trong bảng tính</translation>
    </message>
    <message>
        <source>On the desk</source>
        <translation>Trong dữ liệu</translation>
    </message>
    <message>
        <source>What it would do</source>
        <translation>Kết quả nếu nhập</translation>
    </message>
    <message>
        <source>Rows of the sheet</source>
        <translation>Các dòng của trang tính</translation>
    </message>
    <message>
        <source>Rows without a day hold &amp;from</source>
        <extracomment>What asks for a decision first.</extracomment>
        <translation>Dòng không ghi ngày có hiệu lực &amp;từ</translation>
    </message>
    <message>
        <source>The sheet has no rows.</source>
        <translation>Bảng tính không có dòng nào.</translation>
    </message>
    <message>
        <source>Take {n} rows</source>
        <translation>Nhập {n} dòng</translation>
    </message>
    <message>
        <source>Columns that were understood: {columns}.</source>
        <translation>Các cột nhận ra: {columns}.</translation>
    </message>
    <message>
        <source>Not read: {columns}.</source>
        <translation>Không đọc: {columns}.</translation>
    </message>
    <message>
        <source>Missions that are not on the desk yet: ticked ones are added</source>
        <translation>Cơ quan đại diện chưa có trong dữ liệu: cơ quan được đánh dấu sẽ được thêm</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>As it is on the desk</source>
        <translation>Đã có như vậy</translation>
    </message>
    <message>
        <source>May mean several</source>
        <translation>Chưa rõ là nước hoặc cơ quan nào</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Không nhận ra</translation>
    </message>
    <message>
        <source>Cannot be taken</source>
        <translation>Không nhập được</translation>
    </message>
    <message>
        <source>No country is named in this row.</source>
        <translation>Dòng này không ghi tên quốc gia.</translation>
    </message>
    <message>
        <source>No country is known by the name “{name}”: choose it below.</source>
        <translation>Không có quốc gia nào tên là “{name}”: hãy chọn ở dưới.</translation>
    </message>
    <message>
        <source>“{name}” may mean several: {maybe}. Choose the country below.</source>
        <translation>“{name}” có thể là nhiều nước: {maybe}. Hãy chọn nước ở dưới.</translation>
    </message>
    <message>
        <source>No mission is named in this row.</source>
        <translation>Dòng này không ghi tên cơ quan đại diện.</translation>
    </message>
    <message>
        <source>“{name}” may mean several of our missions: write the whole name of one.</source>
        <translation>“{name}” có thể là nhiều cơ quan đại diện của ta: hãy ghi tên đầy đủ.</translation>
    </message>
    <message>
        <source>“{name}” is not one of our missions on this desk, and was not ticked.</source>
        <translation>“{name}” chưa có trong danh sách cơ quan đại diện và không được đánh dấu.</translation>
    </message>
    <message>
        <source>“{name}” is not a date. Write it as 22/11/2026.</source>
        <translation>“{name}” không phải là ngày. Hãy ghi theo mẫu 22/11/2026.</translation>
    </message>
    <message>
        <source>It would end before it begins.</source>
        <translation>Ngày kết thúc trước ngày bắt đầu.</translation>
    </message>
    <message>
        <source>Another mission has the role on some of these days. End that one first.</source>
        <translation>Trong thời gian này đã có cơ quan khác đảm nhiệm. Hãy kết thúc phân công đó trước.</translation>
    </message>
    <message>
        <source>The table was imported: {n} changes.</source>
        <translation>Đã nhập bảng phân công: {n} thay đổi.</translation>
    </message>
</context>
<context>
    <name>CoverageListing</name>
    <message>
        <source>Country</source>
        <extracomment>What each column holds, from the left: the role of a mission, or something else by name.</extracomment>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>In the lead</source>
        <translation>Phụ trách chính</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Accredited</source>
        <translation>Kiêm nhiệm</translation>
    </message>
    <message>
        <source>New York</source>
        <translation>New York</translation>
    </message>
    <message>
        <source>Vienna</source>
        <translation>Viên</translation>
    </message>
    <message>
        <source>Geneva</source>
        <translation>Giơ-ne-vơ</translation>
    </message>
    <message>
        <source>No lead</source>
        <translation>Chưa phân công</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Của cơ quan ta</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>Cần kiểm tra</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n quốc gia, tổ chức</numerusform>
        </translation>
    </message>
    <message>
        <source>a deleted mission</source>
        <translation>cơ quan đã xóa</translation>
    </message>
</context>
<context>
    <name>CoveragePage</name>
    <message>
        <source>Who looks after whom</source>
        <translation>Phân công phụ trách</translation>
    </message>
    <message>
        <source>Filter: country</source>
        <translation>Lọc: quốc gia</translation>
    </message>
    <message>
        <source>Import table…</source>
        <translation>Nhập bảng…</translation>
    </message>
    <message>
        <source>No State is on file.</source>
        <translation>Chưa có quốc gia nào.</translation>
    </message>
    <message>
        <source>What you fill in holds from this day on; what was before stays.</source>
        <translation>Nội dung điền có hiệu lực từ ngày này; phân công trước đó được giữ nguyên.</translation>
    </message>
    <message>
        <source>Choose the mission in the lead first, then the day since when it is.</source>
        <translation>Hãy chọn cơ quan phụ trách chính trước, rồi ghi ngày bắt đầu.</translation>
    </message>
    <message>
        <source>In the lead since</source>
        <translation>Phụ trách chính từ ngày</translation>
    </message>
    <message>
        <source>Mission: type a few letters</source>
        <translation>Cơ quan đại diện: gõ vài chữ</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>{country}, {role}: {missions}.</source>
        <translation>{country}, {role}: {missions}.</translation>
    </message>
    <message>
        <source>Saved: {what}</source>
        <translation>Đã lưu: {what}</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Who looks after {country}</source>
        <translation>Cơ quan phụ trách {country}</translation>
    </message>
    <message>
        <source>Deleted: {name}.</source>
        <translation>Đã xóa: {name}.</translation>
    </message>
    <message>
        <source>Sheets (*.xlsx *.xlsm *.csv *.tsv *.txt);;All files (*)</source>
        <translation>Bảng tính (*.xlsx *.xlsm *.csv *.tsv *.txt);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Table of who looks after whom</source>
        <translation>Bảng phân công phụ trách</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>day/month/year</source>
        <extracomment>The last day that anybody may type.</extracomment>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>A day, a month, a quarter or a year: 22/11/2026, 3/2027, Q1 2027, 2027.</source>
        <translation>Ngày, tháng, quý hoặc năm: 22/11/2026, 3/2027, quý I/2027, 2027.</translation>
    </message>
    <message>
        <source>A day: 22/11/2026, 22 Nov, tomorrow, +3.</source>
        <translation>Ngày: 22/11/2026, 22 tháng 11, ngày mai, +3.</translation>
    </message>
    <message>
        <source>Open the calendar</source>
        <translation>Mở lịch</translation>
    </message>
    <message>
        <source>Open the calendar (Alt+Down)</source>
        <translation>Mở lịch (Alt+Xuống)</translation>
    </message>
    <message>
        <source>{day} is still to come. Type the day on which it was.</source>
        <translation>Ngày {day} chưa đến. Hãy nhập ngày đã diễn ra.</translation>
    </message>
    <message>
        <source>“{text}” lies outside the years {first} to {last}. Type a day between them.</source>
        <translation>“{text}” nằm ngoài khoảng từ năm {first} đến năm {last}. Hãy gõ một ngày trong khoảng đó.</translation>
    </message>
    <message>
        <source>There is no “{text}” in the calendar. Type a day such as 22/11/2026.</source>
        <translation>Không có “{text}” trong lịch. Hãy gõ ngày, ví dụ 22/11/2026.</translation>
    </message>
    <message>
        <source>“{text}” is not a date. Type a day such as 22/11/2026, or 3/2027, Q1 2027, early 2027.</source>
        <translation>“{text}” không phải là thời hạn. Hãy gõ ngày, ví dụ 22/11/2026, hoặc 3/2027, quý I/2027, đầu năm 2027.</translation>
    </message>
    <message>
        <source>“{text}” is not a date. Type a day such as 22/11/2026, 22 Nov, tomorrow or +3.</source>
        <translation>“{text}” không phải là ngày. Hãy gõ ngày, ví dụ 22/11/2026, 22 tháng 11, ngày mai hoặc +3.</translation>
    </message>
</context>
<context>
    <name>DayBar</name>
    <message>
        <source>&amp;As of day</source>
        <translation>Tại &amp;ngày</translation>
    </message>
    <message>
        <source>As of day</source>
        <translation>Tại ngày</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
</context>
<context>
    <name>DeskSidebar</name>
    <message>
        <source>Sample desk: contacts are invented</source>
        <translation>Dữ liệu mẫu: tiếp xúc là hư cấu</translation>
    </message>
    <message>
        <source>All States and organizations that can join or are on file.</source>
        <translation>Tất cả các nước và tổ chức có thể tham gia hoặc có trong hồ sơ.</translation>
    </message>
    <message>
        <source>All contacts on file, the planned ones too.</source>
        <translation>Tất cả các cuộc tiếp xúc trong hồ sơ, kể cả dự kiến.</translation>
    </message>
    <message>
        <source>Promises that nobody has closed yet. The page lists the closed ones too.</source>
        <translation>Các cam kết chưa ai kết thúc. Trang này liệt kê cả các cam kết đã kết thúc.</translation>
    </message>
    <message>
        <source>Follow-ups that are open, of everybody. The page lists the closed ones too.</source>
        <translation>Các việc cần làm tiếp đang mở của mọi người. Trang này liệt kê cả các việc đã kết thúc.</translation>
    </message>
    <message>
        <source>All persons on file.</source>
        <translation>Tất cả nhân vật trong hồ sơ.</translation>
    </message>
    <message>
        <source>All events on file.</source>
        <translation>Tất cả sự kiện trong hồ sơ.</translation>
    </message>
    <message>
        <source>Saved {time}, {day}</source>
        <translation>Đã lưu {time}, {day}</translation>
    </message>
    <message>
        <source>Backup checked {time}, {day}</source>
        <translation>Sao lưu đã kiểm tra {time}, {day}</translation>
    </message>
    <message>
        <source>Treaty record as of {day}</source>
        <translation>Hồ sơ điều ước tính đến {day}</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>The chosen record</source>
        <translation>Mục đang chọn</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Sample, invented</source>
        <translation>Dữ liệu mẫu, không có thật</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Linked with {name}</source>
        <translation>Liên quan đến {name}</translation>
    </message>
    <message>
        <source>Linked records</source>
        <translation>Bản ghi liên quan</translation>
    </message>
    <message>
        <source>See all {n}</source>
        <translation>Xem tất cả ({n})</translation>
    </message>
    <message>
        <source>Open this address in the browser? It leaves Hanoi Desk and goes on the network.</source>
        <translation>Mở địa chỉ này bằng trình duyệt? Thao tác này rời Hanoi Desk và kết nối mạng.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>DocumentTab</name>
    <message>
        <source>Name of the document</source>
        <extracomment>The products in the order in which they are offered. Those that are about any number of States, and the one that is about exactly one.</extracomment>
        <translation>Tên tài liệu</translation>
    </message>
    <message>
        <source>Kind of paper</source>
        <translation>Loại văn bản</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>A country or a group</source>
        <translation>Một nước hoặc một nhóm</translation>
    </message>
    <message>
        <source>Named by product if left empty</source>
        <translation>Để trống: tên theo loại tài liệu</translation>
    </message>
    <message>
        <source>By group, status… ▾</source>
        <translation>Theo nhóm, tình trạng… ▾</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>drag or Alt+↑↓ to order</source>
        <translation>kéo hoặc Alt+↑↓ để sắp xếp</translation>
    </message>
    <message>
        <source>Space ticks a paper, Alt+Up and Alt+Down move it.</source>
        <translation>Phím cách để chọn tài liệu, Alt+Lên và Alt+Xuống để di chuyển.</translation>
    </message>
    <message>
        <source>One recipient a line</source>
        <translation>Mỗi nơi nhận một dòng</translation>
    </message>
    <message>
        <source>For the event</source>
        <translation>Cho sự kiện</translation>
    </message>
    <message>
        <source>For the meeting</source>
        <translation>Cho cuộc gặp</translation>
    </message>
    <message>
        <source>On the contact</source>
        <translation>Về cuộc tiếp xúc</translation>
    </message>
    <message numerus="yes">
        <source>%n country(s)</source>
        <translation>
            <numerusform>%n nước</numerusform>
        </translation>
    </message>
    <message>
        <source>No country is chosen yet.</source>
        <translation>Chưa chọn nước nào.</translation>
    </message>
    <message numerus="yes">
        <source>%n country(s) of the event</source>
        <translation>
            <numerusform>%n nước của sự kiện</numerusform>
        </translation>
    </message>
    <message>
        <source>Internal circulation</source>
        <translation>Lưu hành nội bộ</translation>
    </message>
    <message>
        <source>Return after reading</source>
        <translation>Xem xong trả lại</translation>
    </message>
    <message>
        <source>Public information</source>
        <translation>Thông tin công khai</translation>
    </message>
    <message>
        <source>All States and organizations</source>
        <translation>Mọi nước và tổ chức</translation>
    </message>
    <message>
        <source>Take all out</source>
        <translation>Bỏ hết</translation>
    </message>
</context>
<context>
    <name>DraftStrip</name>
    <message>
        <source>Res&amp;ume</source>
        <translation>T&amp;iếp tục</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ</translation>
    </message>
</context>
<context>
    <name>DraftedPanel</name>
    <message>
        <source>Edit outreach</source>
        <translation>Sửa tiếp xúc</translation>
    </message>
    <message>
        <source>Log outreach</source>
        <translation>Ghi tiếp xúc</translation>
    </message>
    <message>
        <source>It is no State secret</source>
        <translation>Không thuộc bí mật nhà nước</translation>
    </message>
    <message>
        <source>Changes from {time} to a contact on file are here: {about}</source>
        <translation>Có thay đổi lúc {time} chưa lưu của một cuộc tiếp xúc: {about}</translation>
    </message>
    <message>
        <source>A draft from {time} is here: {about}</source>
        <translation>Có bản nháp lúc {time}: {about}</translation>
    </message>
    <message>
        <source>A draft from {time} is here.</source>
        <translation>Có bản nháp lúc {time}.</translation>
    </message>
    <message>
        <source>The draft was discarded.</source>
        <translation>Đã bỏ bản nháp.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>A draft could not be read. It was set aside; nothing else is touched.</source>
        <translation>Có bản nháp không đọc được. Bản đó được để riêng; phần khác giữ nguyên.</translation>
    </message>
</context>
<context>
    <name>DroppingForm</name>
    <message>
        <source>Only this one: it comes again</source>
        <translation>Chỉ lần này: việc vẫn lặp lại</translation>
    </message>
    <message>
        <source>The whole series</source>
        <translation>Cả chuỗi việc lặp lại</translation>
    </message>
    <message>
        <source>What is dropped</source>
        <translation>Bỏ phần nào</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>Due now</source>
        <extracomment>How many lines are shown where there is room.</extracomment>
        <translation>Việc đến hạn</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>Chỉ việc của tôi</translation>
    </message>
    <message>
        <source>Only what is in my hands, and what is about States that my mission looks after</source>
        <translation>Chỉ những việc tôi phụ trách và việc liên quan các nước do cơ quan tôi phụ trách</translation>
    </message>
    <message>
        <source>Nothing is due today.</source>
        <translation>Hôm nay không có việc gì đến hạn.</translation>
    </message>
    <message>
        <source>Log your first contact: Ctrl+L. What is to be done after it will stand here.</source>
        <translation>Ghi cuộc tiếp xúc đầu tiên: Ctrl+L. Việc cần làm sau đó sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>See all {count}</source>
        <translation>Xem cả {count}</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>The table of its record, and the fields beside `what` in their order.</extracomment>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
</context>
<context>
    <name>DueLines</name>
    <message>
        <source>Ask whether the promise still stands: {act}</source>
        <extracomment>The name under which this laptop remembers whether only the officer&apos;s own lines are shown. From how many days on a day to come is told by its date and not by its distance. Tables whose changes change what is due.</extracomment>
        <translation>Hỏi xem cam kết còn giá trị không: {act}</translation>
    </message>
    <message>
        <source>Get in touch again</source>
        <translation>Liên hệ lại</translation>
    </message>
    <message>
        <source>last contact {day}</source>
        <translation>tiếp xúc gần nhất ngày {day}</translation>
    </message>
    <message>
        <source>Take in a newer status file</source>
        <translation>Nhập tệp tình trạng mới hơn</translation>
    </message>
    <message>
        <source>{kind}, {day}</source>
        <translation>{kind}, {day}</translation>
    </message>
    <message>
        <source>promise of {day}</source>
        <translation>cam kết ngày {day}</translation>
    </message>
    <message>
        <source>no day set</source>
        <translation>chưa có ngày</translation>
    </message>
</context>
<context>
    <name>EditionsTab</name>
    <message>
        <source>Changed since the last edition</source>
        <translation>Thay đổi so với bản in trước</translation>
    </message>
    <message>
        <source>Editions</source>
        <translation>Bản in</translation>
    </message>
    <message>
        <source>None yet. “Save as edition” gives the document its number and keeps the very file that is handed out.</source>
        <translation>Chưa có. “Lưu thành bản in” cấp số cho tài liệu và giữ đúng tệp được phát ra.</translation>
    </message>
    <message>
        <source>Edition {n}</source>
        <translation>Bản in {n}</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n trang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n bản</numerusform>
        </translation>
    </message>
    <message>
        <source>as of {moment}</source>
        <translation>tính đến {moment}</translation>
    </message>
    <message>
        <source>fingerprint {hash}</source>
        <translation>mã kiểm {hash}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Save again…</source>
        <translation>Lưu lại…</translation>
    </message>
    <message>
        <source>Save {n} numbered copies…</source>
        <translation>Lưu {n} bản có đánh số…</translation>
    </message>
    <message>
        <source>Edition {n} of “{pack}” bears this number too: tell them apart by name and day.</source>
        <translation>Bản in {n} của “{pack}” cũng mang số này: hãy phân biệt bằng tên và ngày.</translation>
    </message>
    <message>
        <source>Another laptop made an edition {n} as well: tell them apart by their document numbers.</source>
        <translation>Máy khác cũng lập bản in {n}: hãy phân biệt bằng số tài liệu.</translation>
    </message>
    <message>
        <source>{what}: edition {n}</source>
        <translation>{what}: bản in {n}</translation>
    </message>
</context>
<context>
    <name>EndPostForm</name>
    <message>
        <source>End of the post of {name}</source>
        <extracomment>Open tasks and promises that are named; of more only the number is told.</extracomment>
        <translation>Kết thúc chức vụ của {name}</translation>
    </message>
    <message>
        <source>Last day in this post</source>
        <translation>Ngày cuối giữ chức vụ này</translation>
    </message>
    <message>
        <source>Who holds the post from then on</source>
        <translation>Người giữ chức vụ từ sau đó</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Gõ tên</translation>
    </message>
    <message>
        <source>Not known yet: note a follow-up to find out</source>
        <translation>Chưa rõ: ghi một việc cần làm để tìm hiểu</translation>
    </message>
    <message>
        <source>Contacts keep the name and title of their day, and promises their speaker.</source>
        <translation>Các tiếp xúc giữ nguyên tên và chức vụ tại thời điểm đó, các cam kết giữ nguyên người phát biểu.</translation>
    </message>
    <message>
        <source>Still open with this person</source>
        <translation>Việc còn dở với người này</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>và {n} nước khác</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase for good</source>
        <extracomment>The page that shows a kind of record. Parts are shown with their whole: the field that names it.</extracomment>
        <translation>Xóa hẳn</translation>
    </message>
    <message>
        <source>Take the name out of these texts too</source>
        <translation>Bỏ tên khỏi cả các đoạn này</translation>
    </message>
    <message>
        <source>Erase {name} for good?</source>
        <translation>Xóa hẳn {name}?</translation>
    </message>
    <message>
        <source>This is the one step that cannot be undone. Backups, copies of this desk, and paper are out of its reach.</source>
        <translation>Đây là thao tác duy nhất không hoàn tác được. Bản sao lưu, bản sao của dữ liệu này và giấy tờ nằm ngoài phạm vi xóa.</translation>
    </message>
    <message>
        <source>What will be removed</source>
        <translation>Những gì sẽ bị xóa</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>To go on, type the name: {name}</source>
        <translation>Để tiếp tục, hãy gõ tên: {name}</translation>
    </message>
    <message>
        <source>the record, with its name in every script, its notes and all that the history says of it</source>
        <translation>bản ghi, với tên ở mọi chữ viết, ghi chú và toàn bộ lịch sử của bản ghi</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) that were merged into it</source>
        <translation>
            <numerusform>%n bản ghi đã gộp vào bản ghi này</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n chức vụ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n contact(s) the name becomes “{instead}”; the post stays</source>
        <translation>
            <numerusform>trong %n tiếp xúc, tên được thay bằng “{instead}”; chức vụ giữ nguyên</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) lose their speaker</source>
        <translation>
            <numerusform>%n cam kết không còn ghi người phát biểu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n planned meeting(s) lose their counterpart</source>
        <translation>
            <numerusform>%n cuộc gặp dự kiến không còn ghi người tiếp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the name in %n other field(s)</source>
        <translation>
            <numerusform>tên trong %n mục khác</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n tệp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the file of %n edition(s) of briefing packs, in which the name stands</source>
        <translation>
            <numerusform>tệp của %n bản in có ghi tên người này</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the name in %n draft(s)</source>
        <translation>
            <numerusform>tên trong %n bản nháp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the words of %n entry(ies) of the log of changes</source>
        <translation>
            <numerusform>nội dung của %n dòng trong nhật ký thay đổi</numerusform>
        </translation>
    </message>
    <message>
        <source>all that the search holds</source>
        <translation>toàn bộ dữ liệu tìm kiếm về người này</translation>
    </message>
    <message>
        <source>Files attached to other records are not read.</source>
        <translation>Tệp đính kèm ở các bản ghi khác không được đọc tới.</translation>
    </message>
    <message>
        <source>No other text was found that names the person.</source>
        <translation>Không tìm thấy đoạn nào khác nhắc tên người này.</translation>
    </message>
    <message>
        <source>Texts that name the person, and stay as they are</source>
        <translation>Các đoạn có nhắc tên người này, được giữ nguyên</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>và {n} nước khác</translation>
    </message>
    <message>
        <source>{record} (only in an earlier wording)</source>
        <translation>{record} (chỉ trong bản trước khi sửa)</translation>
    </message>
</context>
<context>
    <name>EventDetail</name>
    <message>
        <source>Log outreach here</source>
        <extracomment>How many contacts, promises, tasks, slots, events of a series, and delegations are shown before the rest is counted.</extracomment>
        <translation>Ghi tiếp xúc tại đây</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Chương trình</translation>
    </message>
    <message>
        <source>Plenary</source>
        <translation>Phiên toàn thể</translation>
    </message>
    <message>
        <source>Event pack…</source>
        <translation>Bộ tài liệu sự kiện…</translation>
    </message>
    <message>
        <source>About the event</source>
        <translation>Về sự kiện</translation>
    </message>
    <message numerus="yes">
        <source>%n more by what is logged here</source>
        <translation>
            <numerusform>Thêm %n đoàn theo các tiếp xúc đã ghi</numerusform>
        </translation>
    </message>
    <message>
        <source>Put them on the list</source>
        <translation>Đưa vào danh sách</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>và {n} nước khác</translation>
    </message>
    <message>
        <source>Others of this series</source>
        <translation>Sự kiện cùng chuỗi</translation>
    </message>
    <message>
        <source>Logged there</source>
        <translation>Tiếp xúc tại đây</translation>
    </message>
    <message>
        <source>Contacts at {event}</source>
        <translation>Các cuộc tiếp xúc tại {event}</translation>
    </message>
    <message>
        <source>Promises made there</source>
        <translation>Cam kết tại sự kiện</translation>
    </message>
    <message>
        <source>Promises made at {event}</source>
        <translation>Cam kết tại {event}</translation>
    </message>
    <message>
        <source>Follow-ups from there</source>
        <translation>Việc cần làm từ sự kiện</translation>
    </message>
    <message>
        <source>Follow-ups from {event}</source>
        <translation>Việc cần làm từ {event}</translation>
    </message>
    <message>
        <source>See who said what</source>
        <translation>Xem ai nói gì</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>Xem tất cả</translation>
    </message>
</context>
<context>
    <name>EventListing</name>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Chủ trì</translation>
    </message>
    <message>
        <source>Delegations</source>
        <translation>Các đoàn</translation>
    </message>
    <message>
        <source>Logged there</source>
        <translation>Tiếp xúc</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>Sắp tới</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Đã qua</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n sự kiện</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n cuộc</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>Events</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>Filter: name, place, host…</source>
        <translation>Lọc: tên, địa điểm, chủ trì…</translation>
    </message>
    <message>
        <source>New event…</source>
        <translation>Thêm sự kiện…</translation>
    </message>
    <message>
        <source>No event is on file yet.</source>
        <translation>Chưa có sự kiện nào.</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Sự kiện mới</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Sự kiện</translation>
    </message>
</context>
<context>
    <name>FacetButton</name>
    <message>
        <source>any</source>
        <translation>tất cả</translation>
    </message>
    <message>
        <source>{value} and {n} more</source>
        <translation>{value} và {n} mục khác</translation>
    </message>
    <message>
        <source>Space or Ctrl+click: several values</source>
        <translation>Phím cách hoặc Ctrl+nhấp chuột: chọn nhiều giá trị</translation>
    </message>
    <message>
        <source>{facet}: {value}</source>
        <extracomment>Seconds for which values are counted before the window may breathe. Seconds for one value after which the rest is left without numbers. The room that is kept for a number, so that the menu does not grow while it is counted. What counts the values of a facet, one after the other: the key of each and its number.</extracomment>
        <translation>{facet}: {value}</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Entry into force</source>
        <extracomment>From how many days before its close on the time left to sign calls for attention (pdf-products.md, 2). From how many days on the record is called old.</extracomment>
        <translation>Có hiệu lực</translation>
    </message>
    <message>
        <source>Art. 65</source>
        <translation>Điều 65</translation>
    </message>
    <message>
        <source>of {threshold} instruments deposited</source>
        <translation>trên {threshold} văn kiện đã nộp</translation>
    </message>
    <message>
        <source>{counted} deposited, {promised} promised with a date, of {threshold}</source>
        <translation>{counted} đã nộp, {promised} cam kết có thời hạn, trên {threshold}</translation>
    </message>
    <message>
        <source>In force since {day}.</source>
        <translation>Có hiệu lực từ {day}.</translation>
    </message>
    <message>
        <source>In force on {day}.</source>
        <translation>Sẽ có hiệu lực {day}.</translation>
    </message>
    <message>
        <source>First Conference by {day}.</source>
        <translation>Hội nghị lần thứ nhất chậm nhất {day}.</translation>
    </message>
    <message>
        <source>{n} to go.</source>
        <translation>Còn thiếu {n}.</translation>
    </message>
    <message>
        <source>1 State promised with a date, {rest} not yet in sight.</source>
        <translation>1 nước cam kết có thời hạn, {rest} chưa rõ.</translation>
    </message>
    <message>
        <source>{n} States promised with a date, {rest} not yet in sight.</source>
        <translation>{n} nước cam kết có thời hạn, {rest} chưa rõ.</translation>
    </message>
    <message>
        <source>EU</source>
        <translation>EU</translation>
    </message>
    <message>
        <source>The instrument of the {name} is not counted.</source>
        <translation>Văn kiện của {name} không được tính.</translation>
    </message>
    <message>
        <source>Signature closes</source>
        <translation>Hết hạn ký</translation>
    </message>
    <message>
        <source>Art. 64</source>
        <translation>Điều 64</translation>
    </message>
    <message>
        <source>day, {day}</source>
        <translation>ngày, đến hết {day}</translation>
    </message>
    <message>
        <source>days, {day}</source>
        <translation>ngày, đến hết {day}</translation>
    </message>
    <message>
        <source>days: today is the last day, {day}</source>
        <translation>ngày: hôm nay là ngày cuối, {day}</translation>
    </message>
    <message>
        <source>It is {day} in New York.</source>
        <translation>Tại New York là {day}.</translation>
    </message>
    <message>
        <source>1 State promised to sign and has not.</source>
        <translation>1 nước đã cam kết ký nhưng chưa ký.</translation>
    </message>
    <message>
        <source>{n} States promised to sign and have not.</source>
        <translation>{n} nước đã cam kết ký nhưng chưa ký.</translation>
    </message>
    <message>
        <source>After that date they can only accede.</source>
        <translation>Sau ngày này chỉ có thể gia nhập.</translation>
    </message>
    <message>
        <source>After that date States can only accede.</source>
        <translation>Sau ngày này các nước chỉ có thể gia nhập.</translation>
    </message>
    <message>
        <source>Promised to sign and have not. Signature closes on {day} in New York (Article 64).</source>
        <translation>Đã cam kết ký nhưng chưa ký. Hết hạn ký {day} tại New York (Điều 64).</translation>
    </message>
    <message>
        <source>Signature closed</source>
        <translation>Đã hết hạn ký</translation>
    </message>
    <message>
        <source>Signature closed on {day}; accession is open.</source>
        <translation>Hết hạn ký {day}; có thể gia nhập.</translation>
    </message>
    <message>
        <source>1 promise to sign asks to become one to accede.</source>
        <translation>1 cam kết ký cần chuyển thành cam kết gia nhập.</translation>
    </message>
    <message>
        <source>{n} promises to sign ask to become promises to accede.</source>
        <translation>{n} cam kết ký cần chuyển thành cam kết gia nhập.</translation>
    </message>
    <message>
        <source>can only accede</source>
        <translation>chỉ có thể gia nhập</translation>
    </message>
    <message>
        <source>Neither signed nor deposited: only accession is open to them (Article 64).</source>
        <translation>Chưa ký, chưa nộp lưu chiểu: chỉ có thể gia nhập (Điều 64).</translation>
    </message>
    <message>
        <source>1 State</source>
        <translation>1 quốc gia</translation>
    </message>
    <message>
        <source>{n} States</source>
        <translation>{n} quốc gia</translation>
    </message>
    <message>
        <source>{states} and the {name}</source>
        <translation>{states} và {name}</translation>
    </message>
    <message>
        <source>+{n} since {day}.</source>
        <translation>+{n} từ {day}.</translation>
    </message>
    <message>
        <source>Source: {name}.</source>
        <translation>Nguồn: {name}.</translation>
    </message>
    <message>
        <source>Signatories</source>
        <translation>Đã ký</translation>
    </message>
    <message>
        <source>Signatures on record, States and organizations.</source>
        <translation>Các quốc gia và tổ chức đã ký theo hồ sơ.</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>cuộc tiếp xúc</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>cuộc tiếp xúc</translation>
    </message>
    <message>
        <source>1 country</source>
        <translation>1 nước</translation>
    </message>
    <message>
        <source>{n} countries</source>
        <translation>{n} nước</translation>
    </message>
    <message>
        <source>{contacts}, {countries}</source>
        <translation>{contacts}, {countries}</translation>
    </message>
    <message>
        <source>Log your first contact: Ctrl+L.</source>
        <translation>Ghi cuộc tiếp xúc đầu tiên: Ctrl+L.</translation>
    </message>
    <message>
        <source>Our outreach, {n} days</source>
        <translation>Vận động của ta, {n} ngày</translation>
    </message>
    <message>
        <source>Contacts a week, oldest first: {weeks}</source>
        <translation>Số cuộc tiếp xúc mỗi tuần, từ cũ đến mới: {weeks}</translation>
    </message>
    <message>
        <source>Contacts held in the {n} days up to {day}.</source>
        <translation>Các cuộc tiếp xúc trong {n} ngày tính đến {day}.</translation>
    </message>
    <message>
        <source>No depositary record is held.</source>
        <translation>Chưa có hồ sơ của cơ quan lưu chiểu.</translation>
    </message>
    <message>
        <source>Record as of {day}.</source>
        <translation>Hồ sơ tính đến {day}.</translation>
    </message>
    <message>
        <source>Record as of {day}, {n} days old.</source>
        <translation>Hồ sơ tính đến {day}, cách đây {n} ngày.</translation>
    </message>
    <message>
        <source>1 unverified report is not counted.</source>
        <translation>1 tin chưa kiểm chứng không được tính.</translation>
    </message>
    <message>
        <source>{n} unverified reports are not counted.</source>
        <translation>{n} tin chưa kiểm chứng không được tính.</translation>
    </message>
</context>
<context>
    <name>FilesCard</name>
    <message>
        <source>Attach file…</source>
        <translation>Đính kèm tệp…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp đính kèm</translation>
    </message>
    <message>
        <source>Drop files here, or choose them.</source>
        <translation>Kéo thả tệp vào đây hoặc chọn tệp.</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Đính kèm tệp</translation>
    </message>
    <message>
        <source>Opens a copy that can only be read</source>
        <translation>Mở một bản sao chỉ đọc</translation>
    </message>
    <message>
        <source>A file of this kind may be a program or hold one: it is saved as a copy and not opened.</source>
        <translation>Loại tệp này có thể là chương trình hoặc chứa chương trình: chỉ lưu bản sao, không mở.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Lưu bản sao…</translation>
    </message>
    <message>
        <source>Rename or note…</source>
        <translation>Đổi tên, ghi chú…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp đính kèm</translation>
    </message>
    <message>
        <source>Removed: {name}. The desk keeps its bytes, so that it can be brought back.</source>
        <translation>Đã bỏ: {name}. Nội dung tệp vẫn được giữ để có thể khôi phục.</translation>
    </message>
</context>
<context>
    <name>FilesTab</name>
    <message>
        <source>Files of its contacts, promises, tasks and people</source>
        <extracomment>The kinds that name a participant, by the field that leads from them to the record on which a file hangs; all of them find their participant by an index.</extracomment>
        <translation>Tệp của các cuộc tiếp xúc, cam kết, việc cần làm và đầu mối</translation>
    </message>
</context>
<context>
    <name>FiltersDialog</name>
    <message>
        <source>They are kept for this list, in this desk on this laptop.</source>
        <translation>Được lưu cho danh sách này, trong tệp dữ liệu này, trên máy này.</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Bộ lọc đã lưu</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Đổi tên</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Screens</source>
        <extracomment>How many of each kind are shown, and how much of a pasted text is looked for.</extracomment>
        <translation>Trang</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Lệnh</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp đính kèm</translation>
    </message>
    <message>
        <source>Steps at home</source>
        <translation>Bước trong nước</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Nguồn</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>The desk is made…</source>
        <extracomment>The ending of a desk file.</extracomment>
        <translation>Đang tạo tệp dữ liệu…</translation>
    </message>
    <message>
        <source>Welcome to Hanoi Desk</source>
        <translation>Chào mừng đến với Hanoi Desk</translation>
    </message>
    <message>
        <source>One file on this computer holds the whole desk. Nothing leaves it: the program opens no network.</source>
        <translation>Toàn bộ dữ liệu nằm trong một tệp trên máy này. Không có gì được gửi đi: chương trình không kết nối mạng.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Our mission is</source>
        <translation>Cơ quan của ta là</translation>
    </message>
    <message>
        <source>Name of the mission, for example Permanent Mission of Viet Nam, Vienna</source>
        <translation>Tên cơ quan, ví dụ Phái đoàn Thường trực Việt Nam tại Vienna</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>The desk file</source>
        <translation>Tệp dữ liệu</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Take the usual folder: {path}</source>
        <translation>Dùng thư mục mặc định: {path}</translation>
    </message>
    <message>
        <source>The passphrase of the desk</source>
        <translation>Cụm mật khẩu của dữ liệu</translation>
    </message>
    <message>
        <source>Then make a paper for the custodian, for the day on which it is forgotten</source>
        <translation>Sau đó làm giấy dự phòng cho người giữ két, phòng khi bị quên</translation>
    </message>
    <message>
        <source>I have read this and will keep to it</source>
        <translation>Tôi đã đọc và sẽ tuân thủ</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>Bắt đầu với tệp trống</translation>
    </message>
    <message>
        <source>Look around the sample desk</source>
        <translation>Xem dữ liệu mẫu</translation>
    </message>
    <message>
        <source>Open a desk that exists…</source>
        <translation>Mở tệp đã có…</translation>
    </message>
    <message>
        <source>This is a network drive, where saved records can be lost. Choose a folder of this computer.</source>
        <translation>Đây là ổ đĩa mạng, nơi có thể mất bản ghi đã lưu. Hãy chọn một thư mục của máy này.</translation>
    </message>
    <message>
        <source>Another program copies this folder to other computers. That can damage the desk, and takes it out of your hands.</source>
        <translation>Có chương trình khác đang chép thư mục này sang máy khác. Việc đó có thể làm hỏng dữ liệu và khiến dữ liệu ra khỏi tầm kiểm soát.</translation>
    </message>
    <message>
        <source>Ask for the encryption of the whole disk too (BitLocker, FileVault or LUKS): it covers what other programs write, and the memory of a computer that sleeps with its lid closed. Shut down instead of sleeping when you travel.</source>
        <translation>Nên mã hóa cả ổ đĩa (BitLocker, FileVault hoặc LUKS): bảo vệ cả những gì chương trình khác ghi ra và bộ nhớ của máy đang ngủ khi gập nắp. Khi đi công tác, hãy tắt máy thay vì để ngủ.</translation>
    </message>
    <message>
        <source>The disk of this computer is encrypted as a whole. That is as it should be.</source>
        <translation>Ổ đĩa của máy này đã được mã hóa toàn bộ, đúng như khuyến nghị.</translation>
    </message>
    <message>
        <source>The disk of this computer is not encrypted as a whole.</source>
        <translation>Ổ đĩa của máy này chưa được mã hóa toàn bộ.</translation>
    </message>
    <message>
        <source>It cannot be seen here whether the disk is encrypted as a whole.</source>
        <translation>Không xác định được ổ đĩa đã được mã hóa toàn bộ hay chưa.</translation>
    </message>
    <message>
        <source>Please fill this in: it stands on every record and brief.</source>
        <translation>Hãy điền mục này: thông tin có trên mọi bản ghi và tài liệu.</translation>
    </message>
    <message>
        <source>There is a file with this name already. Choose another name.</source>
        <translation>Đã có tệp trùng tên. Hãy chọn tên khác.</translation>
    </message>
</context>
<context>
    <name>FollowUpCard</name>
    <message>
        <source>Remove this follow-up</source>
        <translation>Bỏ việc này</translation>
    </message>
    <message>
        <source>Begin with a verb: send, ask, invite</source>
        <translation>Bắt đầu bằng động từ: gửi, hỏi, mời</translation>
    </message>
    <message>
        <source>What to do is not yet said</source>
        <translation>Chưa ghi việc cần làm</translation>
    </message>
</context>
<context>
    <name>FollowUpDetail</name>
    <message>
        <source>Done</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Later…</source>
        <translation>Lùi hạn…</translation>
    </message>
    <message>
        <source>Drop…</source>
        <translation>Bỏ…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Mở lại</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>From the contact</source>
        <translation>Từ cuộc tiếp xúc</translation>
    </message>
    <message>
        <source>will {act}</source>
        <translation>sẽ {act}</translation>
    </message>
    <message>
        <source>For the commitment</source>
        <translation>Gắn với cam kết</translation>
    </message>
    <message>
        <source>For the request</source>
        <translation>Theo đề nghị</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Liên quan</translation>
    </message>
</context>
<context>
    <name>FollowUpForm</name>
    <message>
        <source>Begin with a verb: send, ask, invite</source>
        <translation>Bắt đầu bằng động từ: gửi, hỏi, mời</translation>
    </message>
</context>
<context>
    <name>FollowUpListing</name>
    <message>
        <source>What to do</source>
        <translation>Việc cần làm</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Người làm</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>By way of</source>
        <translation>Qua kênh</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Lặp lại</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Sắp tới</translation>
    </message>
    <message>
        <source>No day</source>
        <translation>Chưa có hạn</translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%n việc cần làm</numerusform>
        </translation>
    </message>
    <message>
        <source>promise of {day}</source>
        <translation>cam kết ngày {day}</translation>
    </message>
    <message>
        <source>request: {what}</source>
        <translation>đề nghị: {what}</translation>
    </message>
    <message>
        <source>no day set</source>
        <translation>chưa có hạn</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>đến hạn hôm nay</translation>
    </message>
</context>
<context>
    <name>FollowUpsPage</name>
    <message>
        <source>Follow-ups</source>
        <translation>Việc cần làm</translation>
    </message>
    <message>
        <source>Filter: country, words…</source>
        <translation>Lọc: nước, nội dung…</translation>
    </message>
    <message>
        <source>New follow-up…</source>
        <translation>Thêm việc…</translation>
    </message>
    <message>
        <source>Nothing is to be followed up.</source>
        <translation>Không có việc cần làm.</translation>
    </message>
    <message>
        <source>New follow-up</source>
        <translation>Việc mới</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Việc cần làm</translation>
    </message>
    <message>
        <source>Why it will not be done</source>
        <translation>Lý do không làm nữa</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Saved: {what}</source>
        <translation>Đã lưu: {what}</translation>
    </message>
</context>
<context>
    <name>Handing</name>
    <message>
        <source>Save as PDF</source>
        <extracomment>Milliseconds after which it is shown how far the printing is.</extracomment>
        <translation>Lưu thành PDF</translation>
    </message>
    <message>
        <source>Save a copy for Word</source>
        <translation>Lưu bản Word</translation>
    </message>
    <message>
        <source>Saved: {what}</source>
        <translation>Đã lưu: {what}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Đang in…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Printing page {n} of {all}</source>
        <translation>Đang in trang {n}/{all}</translation>
    </message>
    <message>
        <source>Printing was stopped. Pages that the printer has already may still come out.</source>
        <translation>Đã dừng in. Các trang máy in đã nhận có thể vẫn ra.</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Search the help…</source>
        <extracomment>How wide a line of text gets, in heights of a line: longer ones are hard to read.</extracomment>
        <translation>Tìm trong phần trợ giúp…</translation>
    </message>
    <message>
        <source>No page of the help says that.</source>
        <translation>Không có trang trợ giúp nào nói đến điều đó.</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>Các trang trợ giúp</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>Trang đang xem</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Quay lại</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>Đ&amp;i tiếp</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>Đi một &amp;vòng</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Phím tắt</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>I&amp;n…</translation>
    </message>
    <message>
        <source>{page} - Help</source>
        <translation>{page} - Trợ giúp</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>History</source>
        <extracomment>Saves shown at first, and added with each press of the button below them; letters of a value in a line. Where a part hangs, and its place in a list, is no news.</extracomment>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Show more of the history</source>
        <translation>Xem thêm lịch sử</translation>
    </message>
    <message>
        <source>no name given</source>
        <translation>chưa ghi tên</translation>
    </message>
    <message>
        <source>Show whole texts</source>
        <translation>Xem toàn văn</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sau</translation>
    </message>
    <message>
        <source>Restore this value: {field}: {value}</source>
        <translation>Khôi phục giá trị này: {field}: {value}</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>đã khôi phục</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>đã xóa</translation>
    </message>
    <message>
        <source>Bring back: {what}</source>
        <translation>Khôi phục: {what}</translation>
    </message>
    <message>
        <source>Restored: {what}</source>
        <translation>Đã khôi phục: {what}</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}: {before} → {after}</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>added</source>
        <translation>đã thêm</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>a deleted record</source>
        <translation>một bản ghi đã xóa</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>A new officer</source>
        <translation>Cán bộ mới</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Người</translation>
    </message>
    <message>
        <source>Name of the new officer</source>
        <translation>Họ tên cán bộ mới</translation>
    </message>
    <message>
        <source>Please give the name.</source>
        <translation>Hãy nhập họ tên.</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>Hãy nhập cụm mật khẩu.</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Who opens this desk</source>
        <translation>Người mở được dữ liệu này</translation>
    </message>
    <message>
        <source>Encrypt this desk…</source>
        <translation>Mã hóa dữ liệu này…</translation>
    </message>
    <message>
        <source>Add a colleague…</source>
        <translation>Thêm đồng nghiệp…</translation>
    </message>
    <message>
        <source>Change my passphrase…</source>
        <translation>Đổi cụm mật khẩu của tôi…</translation>
    </message>
    <message>
        <source>New paper for the custodian…</source>
        <translation>Giấy dự phòng mới cho người giữ két…</translation>
    </message>
    <message>
        <source>New data key…</source>
        <translation>Khóa dữ liệu mới…</translation>
    </message>
    <message>
        <source>Remove backups that are not encrypted…</source>
        <translation>Xóa các bản sao lưu chưa mã hóa…</translation>
    </message>
    <message>
        <source>The desk was opened with the custodian&apos;s paper. Give the person who goes on with it a passphrase of their own, then make a new paper.</source>
        <translation>Dữ liệu được mở bằng giấy dự phòng của người giữ két. Hãy đặt cụm mật khẩu riêng cho người tiếp tục công việc, rồi làm giấy mới.</translation>
    </message>
    <message>
        <source>The desk, its drafts and its backups are encrypted. Each person has a passphrase of their own.</source>
        <translation>Dữ liệu, bản nháp và bản sao lưu đều được mã hóa. Mỗi người có cụm mật khẩu riêng.</translation>
    </message>
    <message>
        <source>The sample desk has no passphrase: its contacts are invented.</source>
        <translation>Dữ liệu mẫu không có cụm mật khẩu: các cuộc tiếp xúc trong đó là hư cấu.</translation>
    </message>
    <message>
        <source>This desk is not encrypted: whoever has the file or a backup can read every record.</source>
        <translation>Dữ liệu này chưa mã hóa: ai có tệp hoặc bản sao lưu đều đọc được mọi bản ghi.</translation>
    </message>
    <message>
        <source>opened the desk now</source>
        <translation>đang mở dữ liệu</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Bỏ quyền mở…</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Bỏ quyền mở của {name}</translation>
    </message>
    <message>
        <source>The custodian&apos;s paper</source>
        <translation>Giấy dự phòng của người giữ két</translation>
    </message>
    <message>
        <source>Whoever made the desk, without a name</source>
        <translation>Người tạo tệp dữ liệu, không ghi tên</translation>
    </message>
    <message>
        <source>An officer who is no longer on file</source>
        <translation>Cán bộ không còn trong dữ liệu</translation>
    </message>
    <message>
        <source>Add a colleague</source>
        <translation>Thêm đồng nghiệp</translation>
    </message>
    <message>
        <source>Let them sit here and type: nobody else need know their passphrase. What they change bears their name.</source>
        <translation>Hãy để đồng nghiệp tự ngồi nhập: không ai khác cần biết cụm mật khẩu của họ. Những gì họ sửa sẽ mang tên họ.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>The officer could not be kept. Try again.</source>
        <translation>Không lưu được cán bộ. Hãy thử lại.</translation>
    </message>
    <message>
        <source>{name} can now open the desk.</source>
        <translation>{name} nay đã mở được dữ liệu.</translation>
    </message>
    <message>
        <source>Shall {name} no longer open this desk?</source>
        <translation>Không cho {name} mở dữ liệu này nữa?</translation>
    </message>
    <message>
        <source>Take the key away</source>
        <translation>Bỏ quyền mở</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>A copy of the desk that was taken along still opens. Give the desk a new data key after this, so that the old passphrase opens nothing that is written from now on.</source>
        <translation>Bản sao dữ liệu đã bị mang đi vẫn mở được. Sau bước này hãy tạo khóa dữ liệu mới, để cụm mật khẩu cũ không mở được những gì ghi từ nay về sau.</translation>
    </message>
    <message>
        <source>{name} can no longer open the desk. Now give it a new data key.</source>
        <translation>{name} không mở được dữ liệu nữa. Bây giờ hãy tạo khóa dữ liệu mới.</translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation>Đổi cụm mật khẩu của tôi</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Đổi</translation>
    </message>
    <message>
        <source>Passphrase now</source>
        <translation>Cụm mật khẩu hiện tại</translation>
    </message>
    <message>
        <source>Your passphrase is changed. Backups made before still open with the old one.</source>
        <translation>Đã đổi cụm mật khẩu. Các bản sao lưu trước đây vẫn mở bằng cụm mật khẩu cũ.</translation>
    </message>
    <message>
        <source>Make a new paper for the custodian?</source>
        <translation>Làm giấy dự phòng mới cho người giữ két?</translation>
    </message>
    <message>
        <source>Make a new paper</source>
        <translation>Làm giấy mới</translation>
    </message>
    <message>
        <source>Once the new one is confirmed, the earlier paper no longer opens the desk: destroy it.</source>
        <translation>Khi giấy mới được xác nhận, giấy cũ không mở được dữ liệu nữa: hãy hủy giấy cũ.</translation>
    </message>
    <message>
        <source>New data key</source>
        <translation>Khóa dữ liệu mới</translation>
    </message>
    <message>
        <source>The desk is closed, written anew with another key, checked, and opened again. Only you can open it then: add the others again, and make a new paper. Backups made before keep the old key.</source>
        <translation>Dữ liệu sẽ được đóng lại, ghi mới bằng khóa khác, kiểm tra rồi mở lại. Khi đó chỉ anh/chị mở được: hãy thêm lại những người khác và làm giấy mới. Các bản sao lưu trước đây vẫn giữ khóa cũ.</translation>
    </message>
    <message>
        <source>Write anew</source>
        <translation>Ghi mới</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Cụm mật khẩu của anh/chị</translation>
    </message>
    <message>
        <source>The desk is written anew with another key…</source>
        <translation>Đang ghi mới dữ liệu bằng khóa khác…</translation>
    </message>
    <message>
        <source>The desk has a new data key. Add your colleagues again, and make a new paper.</source>
        <translation>Dữ liệu đã có khóa mới. Hãy thêm lại đồng nghiệp và làm giấy dự phòng mới.</translation>
    </message>
    <message>
        <source>Encrypt this desk</source>
        <translation>Mã hóa dữ liệu này</translation>
    </message>
    <message>
        <source>The desk is closed, written anew in encrypted form, checked, and opened again. The plain file is then written over and removed.</source>
        <translation>Dữ liệu sẽ được đóng lại, ghi mới ở dạng mã hóa, kiểm tra rồi mở lại. Sau đó tệp chưa mã hóa bị ghi đè và xóa.</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Mã hóa</translation>
    </message>
    <message>
        <source>The desk is written anew in encrypted form…</source>
        <translation>Đang ghi mới dữ liệu ở dạng mã hóa…</translation>
    </message>
    <message>
        <source>The desk is encrypted. The plain file was written over and removed; a disk may still hold older copies of it, and backups made before are plain: see below.</source>
        <translation>Dữ liệu đã được mã hóa. Tệp chưa mã hóa đã bị ghi đè và xóa; ổ đĩa có thể còn giữ bản cũ hơn, và các bản sao lưu trước đây chưa mã hóa: xem bên dưới.</translation>
    </message>
    <message>
        <source>Some could not be removed: {path}</source>
        <translation>Có tệp không xóa được: {path}</translation>
    </message>
    <message>
        <source>The plain backups are removed.</source>
        <translation>Đã xóa các bản sao lưu chưa mã hóa.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n backup(s) that anybody can read?</source>
        <translation>
            <numerusform>Xóa %n bản sao lưu mà ai cũng đọc được?</numerusform>
        </translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Xin chờ một chút…</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>On the page “{page}”</source>
        <extracomment>The table of everything that the program carries or uses.</extracomment>
        <translation>Trên trang “{page}”</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>Find a key or what it does…</source>
        <translation>Tìm phím hoặc chức năng…</translation>
    </message>
    <message>
        <source>No key does that.</source>
        <translation>Không có phím nào như vậy.</translation>
    </message>
</context>
<context>
    <name>LastContactCard</name>
    <message>
        <source>Last contact</source>
        <translation>Tiếp xúc gần nhất</translation>
    </message>
    <message>
        <source>No contact is on file. Ctrl+L logs the first one.</source>
        <translation>Chưa có cuộc tiếp xúc nào. Nhấn Ctrl+L để ghi cuộc đầu tiên.</translation>
    </message>
    <message>
        <source>By: {who}</source>
        <translation>Phía ta: {who}</translation>
    </message>
    <message>
        <source>With: {who}</source>
        <translation>Phía bạn: {who}</translation>
    </message>
    <message>
        <source>Level: {level}</source>
        <translation>Cấp: {level}</translation>
    </message>
    <message>
        <source>Where: {place}</source>
        <translation>Địa điểm: {place}</translation>
    </message>
    <message>
        <source>They asked: {what}</source>
        <translation>Bạn hỏi: {what}</translation>
    </message>
    <message>
        <source>Highest level so far: {level}</source>
        <translation>Cấp cao nhất đã gặp: {level}</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n người khác</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LaterMenu</name>
    <message>
        <source>One &amp;day later</source>
        <translation>Lùi một &amp;ngày</translation>
    </message>
    <message>
        <source>One &amp;week later</source>
        <translation>Lùi một &amp;tuần</translation>
    </message>
    <message>
        <source>Next &amp;Monday</source>
        <translation>Thứ &amp;hai tới</translation>
    </message>
    <message>
        <source>One mo&amp;nth later</source>
        <translation>Lùi một thán&amp;g</translation>
    </message>
    <message>
        <source>Choose a d&amp;ate…</source>
        <translation>&amp;Chọn ngày…</translation>
    </message>
</context>
<context>
    <name>LeavingForm</name>
    <message>
        <source>Nobody yet: they stay in this name</source>
        <translation>Chưa bàn giao: giữ nguyên người phụ trách</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Ngày cuối</translation>
    </message>
    <message>
        <source>Hand over to</source>
        <translation>Bàn giao cho</translation>
    </message>
    <message>
        <source>Open follow-ups: {tasks}; open requests: {asks}. What was written and what is done stays theirs.</source>
        <translation>Việc cần làm còn mở: {tasks}; đề nghị còn mở: {asks}. Những gì đã ghi và đã làm vẫn đứng tên cán bộ này.</translation>
    </message>
    <message>
        <source>Nothing is open in this name.</source>
        <translation>Không còn việc nào mở.</translation>
    </message>
    <message>
        <source>Type the last day, for example 22/11/2026.</source>
        <translation>Hãy ghi ngày cuối, ví dụ 22/11/2026.</translation>
    </message>
</context>
<context>
    <name>ListBeside</name>
    <message>
        <source>← Back to the list</source>
        <extracomment>Below this width, in heights of a line of text, the list and what is chosen take turns; and the latter&apos;s least width.</extracomment>
        <translation>← Về danh sách</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>Chưa chọn mục nào.</translation>
    </message>
    <message>
        <source>The list is empty: there is nothing to show here.</source>
        <translation>Danh sách trống nên ở đây không có gì để hiển thị.</translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <extracomment>The fewest and most rows read at once, and the seconds after which there are fewer: between two the window breathes. From so many rows on, how far the work is is shown. The share of the work that reading is, in hundredths.</extracomment>
        <translation>Bảng tính Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Table of text (*.csv)</source>
        <translation>Bảng dạng văn bản (*.csv)</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Xuất danh sách</translation>
    </message>
    <message>
        <source>Exported: {name}</source>
        <translation>Đã xuất: {name}</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>Đang ghi {name}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Deleted: {name}.</source>
        <extracomment>Milliseconds after the last letter or step before the list or the chosen record is read; a key that is held down steps again after 33 (Windows) or 40 (X11), and the record is read when it is let go.</extracomment>
        <translation>Đã xóa: {name}.</translation>
    </message>
</context>
<context>
    <name>ListTools</name>
    <message>
        <source>Save filter</source>
        <extracomment>The most letters of a filter&apos;s name that its button shows. The keys of the tools on every page with a list.</extracomment>
        <translation>Lưu bộ lọc</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Cột…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>Save filter, columns, export</source>
        <translation>Lưu bộ lọc, cột, xuất</translation>
    </message>
    <message>
        <source>Saved filter: {name}</source>
        <translation>Bộ lọc đã lưu: {name}</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Bộ lọc đã lưu</translation>
    </message>
    <message>
        <source>There is no filter to save: all is shown, or what a number stands for.</source>
        <translation>Không có bộ lọc để lưu: đang hiện tất cả, hoặc danh sách của một con số.</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>Lưu bộ lọc này…</translation>
    </message>
    <message>
        <source>Rename or delete…</source>
        <translation>Đổi tên hoặc xóa…</translation>
    </message>
    <message>
        <source>Columns of the export…</source>
        <translation>Cột khi xuất…</translation>
    </message>
</context>
<context>
    <name>ListView</name>
    <message>
        <source>Filters</source>
        <extracomment>Below this height, in heights of a line of text, the counters that ask for nothing make way for the list.</extracomment>
        <translation>Bộ lọc</translation>
    </message>
    <message>
        <source>{rule}: {amount}</source>
        <translation>{rule}: {amount}</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>Nothing here matches the filter.</source>
        <translation>Không có mục nào khớp bộ lọc.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Bỏ lọc</translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>and {n} more</source>
        <extracomment>How many countries one list of names shows before it only counts the rest. Closed lists whose members have an order of their own; all others are sorted by their words. Records with a Vietnamese name beside the one that the store sorts by. Tables whose changes change the list. The first order: a field that can be sorted by, and whether the greatest comes first. Whether the conditions alone say what is in the list; a listing that computes more in `ids` says False.</extracomment>
        <translation>và {n} mục khác</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Cơ quan</translation>
    </message>
</context>
<context>
    <name>LogForm</name>
    <message>
        <source>Request removed.</source>
        <translation>Đã bỏ đề nghị.</translation>
    </message>
    <message>
        <source>Commitment removed.</source>
        <translation>Đã bỏ cam kết.</translation>
    </message>
    <message>
        <source>Follow-up removed.</source>
        <translation>Đã bỏ việc cần làm.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Saved: {what}</source>
        <translation>Đã lưu: {what}</translation>
    </message>
    <message>
        <source>It is no State secret: save</source>
        <translation>Không thuộc bí mật nhà nước: lưu</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Quay lại nội dung</translation>
    </message>
    <message>
        <source>{day} is still to come. Is this contact only planned?</source>
        <translation>Ngày {day} chưa đến. Cuộc tiếp xúc này mới chỉ là dự kiến?</translation>
    </message>
    <message>
        <source>It then stands among the planned ones until that day.</source>
        <translation>Cho đến ngày đó, cuộc tiếp xúc được xếp vào loại dự kiến.</translation>
    </message>
    <message>
        <source>Save as planned</source>
        <translation>Lưu là dự kiến</translation>
    </message>
    <message>
        <source>Back to the day</source>
        <translation>Quay lại ngày</translation>
    </message>
    <message>
        <source>This contact was deleted while you were writing. Saving brings it back.</source>
        <translation>Cuộc tiếp xúc này đã bị xóa trong khi soạn. Lưu lại sẽ khôi phục.</translation>
    </message>
    <message>
        <source>This contact was changed while you were writing. Saving keeps what stands here.</source>
        <translation>Cuộc tiếp xúc này đã được sửa trong khi soạn. Khi lưu sẽ giữ nội dung ở đây.</translation>
    </message>
    <message>
        <source>Show the newest</source>
        <translation>Xem bản mới nhất</translation>
    </message>
    <message>
        <source>It is no State secret: keep the draft</source>
        <translation>Không thuộc bí mật nhà nước: giữ bản nháp</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Print brief</source>
        <extracomment>How often the window looks whether a new day has begun, in milliseconds.</extracomment>
        <translation>In tài liệu</translation>
    </message>
    <message>
        <source>Log outreach</source>
        <translation>Ghi tiếp xúc</translation>
    </message>
    <message>
        <source>Choose a country first: its brief is then one key away.</source>
        <translation>Hãy chọn một nước trước, sau đó có thể in tài liệu về nước đó.</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Đã hoàn tác: {what}</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Không có gì để hoàn tác.</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Đã làm lại: {what}</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Không có gì để làm lại.</translation>
    </message>
    <message>
        <source>Choose a follow-up or a request first.</source>
        <translation>Hãy chọn một việc cần làm hoặc một đề nghị trước.</translation>
    </message>
    <message>
        <source>Saved: {what}</source>
        <translation>Đã lưu: {what}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Search countries, notes, people, commitments…</source>
        <translation>Tìm quốc gia, ghi chú, đầu mối, cam kết…</translation>
    </message>
</context>
<context>
    <name>Mentions</name>
    <message>
        <source>Add {country} to the list</source>
        <translation>Thêm {country} vào danh sách</translation>
    </message>
    <message>
        <source>Named in your notes and not in the list:</source>
        <translation>Có trong ghi chú nhưng chưa có trong danh sách:</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Two records, one person</source>
        <translation>Hai bản ghi, một người</translation>
    </message>
    <message>
        <source>The other record</source>
        <translation>Bản ghi kia</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Gõ tên</translation>
    </message>
    <message>
        <source>Make them one</source>
        <translation>Gộp làm một</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>Không phải một người</translation>
    </message>
    <message>
        <source>Are these two records of one person?</source>
        <translation>Hai bản ghi này có phải là một người?</translation>
    </message>
    <message>
        <source>Posts, contacts, promises, planned meetings and files of both stay, and every name still finds the person. Undo takes it back, and so does “Tell them apart again” later.</source>
        <translation>Chức vụ, tiếp xúc, cam kết, cuộc gặp dự kiến và tệp của cả hai đều được giữ, tìm bằng tên nào cũng ra. Có thể hoàn tác ngay, hoặc về sau bằng “Tách lại”.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Both were present at the contact of {day}: they may well be two.</source>
        <translation>Cả hai đều có mặt tại cuộc tiếp xúc ngày {day}: rất có thể là hai người khác nhau.</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Lần tiếp xúc gần nhất</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Cam kết</translation>
    </message>
</context>
<context>
    <name>MessageBankPage</name>
    <message>
        <source>Message bank</source>
        <translation>Ngân hàng thông điệp</translation>
    </message>
    <message>
        <source>Filter: words, code, article…</source>
        <translation>Lọc: nội dung, mã, điều khoản…</translation>
    </message>
    <message>
        <source>The message bank is empty.</source>
        <translation>Ngân hàng thông điệp đang trống.</translation>
    </message>
    <message>
        <source>Was {code} compared with a secondary source?</source>
        <translation>Đã đối chiếu {code} với nguồn thứ cấp?</translation>
    </message>
    <message>
        <source>Were the article numbers of {code} compared with the official text?</source>
        <translation>Đã đối chiếu số điều của {code} với văn bản chính thức?</translation>
    </message>
    <message>
        <source>Was {code} compared with an official page?</source>
        <translation>Đã đối chiếu {code} với trang chính thức?</translation>
    </message>
    <message>
        <source>Note as checked</source>
        <translation>Ghi nhận đã kiểm chứng</translation>
    </message>
    <message>
        <source>Documents then use it without the mark “unverified”. The note on its source says the day.</source>
        <translation>Sau đó tài liệu dùng câu này mà không ghi “chưa kiểm chứng”. Ghi chú về nguồn nêu rõ ngày.</translation>
    </message>
    <message>
        <source>Noted as checked: {code}.</source>
        <translation>Đã ghi nhận kiểm chứng: {code}.</translation>
    </message>
</context>
<context>
    <name>MessageDetail</name>
    <message>
        <source>articles not checked</source>
        <translation>số điều chưa đối chiếu</translation>
    </message>
    <message>
        <source>Checked in the official text…</source>
        <translation>Đã đối chiếu văn bản chính thức…</translation>
    </message>
    <message>
        <source>Checked in a secondary source…</source>
        <translation>Đã đối chiếu nguồn thứ cấp…</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>Tiếng Anh</translation>
    </message>
    <message>
        <source>In Vietnamese</source>
        <translation>Tiếng Việt</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>When it is used</source>
        <translation>Khi nào dùng</translation>
    </message>
    <message>
        <source>Chosen by rule for</source>
        <translation>Được chọn theo quy tắc cho</translation>
    </message>
    <message>
        <source>Nobody: only a drafter chooses it.</source>
        <translation>Không nước nào: chỉ người soạn tự chọn.</translation>
    </message>
    <message>
        <source>No document uses it until it is checked.</source>
        <translation>Không tài liệu nào dùng câu này khi chưa kiểm chứng.</translation>
    </message>
</context>
<context>
    <name>MessageListing</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Point or answer</source>
        <translation>Nội dung hoặc câu trả lời</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Điều khoản</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Mức chứng cứ</translation>
    </message>
    <message>
        <source>General knowledge only, or article numbers not compared with the authentic text.</source>
        <translation>Chỉ là hiểu biết chung, hoặc số điều chưa đối chiếu với văn bản chính thức.</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Chưa kiểm chứng</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Đối tượng</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the bank</source>
        <translation>
            <numerusform>%n dòng</numerusform>
        </translation>
    </message>
    <message>
        <source>{evidence}; articles not checked</source>
        <translation>{evidence}; số điều chưa đối chiếu</translation>
    </message>
</context>
<context>
    <name>MissionDetail</name>
    <message>
        <source>Who looks after whom</source>
        <translation>Phân công phụ trách</translation>
    </message>
    <message>
        <source>States on {day}</source>
        <translation>Các nước phụ trách, ngày {day}</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>và {n} nước khác</translation>
    </message>
    <message>
        <source>It looks after no State on this day.</source>
        <translation>Ngày này cơ quan không phụ trách nước nào.</translation>
    </message>
    <message>
        <source>Our people there</source>
        <translation>Cán bộ tại đó</translation>
    </message>
    <message>
        <source>Open promises of its States</source>
        <translation>Cam kết còn mở của các nước phụ trách</translation>
    </message>
    <message>
        <source>Open promises of the States of {mission}</source>
        <translation>Cam kết còn mở của các nước do {mission} phụ trách</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>Xem tất cả</translation>
    </message>
    <message>
        <source>Open follow-ups with its States</source>
        <translation>Việc cần làm với các nước phụ trách</translation>
    </message>
    <message>
        <source>Open follow-ups with the States of {mission}</source>
        <translation>Việc cần làm với các nước do {mission} phụ trách</translation>
    </message>
    <message>
        <source>Logged lately</source>
        <translation>Tiếp xúc gần đây</translation>
    </message>
    <message>
        <source>Contacts of {mission}</source>
        <translation>Tiếp xúc của {mission}</translation>
    </message>
</context>
<context>
    <name>MissionListing</name>
    <message>
        <source>Mission</source>
        <translation>Cơ quan đại diện</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Thành phố</translation>
    </message>
    <message>
        <source>In the lead for</source>
        <translation>Phụ trách chính</translation>
    </message>
    <message>
        <source>Other roles for</source>
        <translation>Vai trò khác</translation>
    </message>
    <message>
        <source>Our people</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Đang hoạt động</translation>
    </message>
    <message>
        <source>Closed or not yet open</source>
        <translation>Đã đóng hoặc chưa mở</translation>
    </message>
    <message numerus="yes">
        <source>%n mission(s)</source>
        <translation>
            <numerusform>%n cơ quan đại diện</numerusform>
        </translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>đến ngày {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n State(s)</source>
        <translation>
            <numerusform>%n nước</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissionsPage</name>
    <message>
        <source>Our missions</source>
        <translation>Cơ quan đại diện của ta</translation>
    </message>
    <message>
        <source>Filter: name, city, or a State it looks after…</source>
        <translation>Lọc: tên, thành phố hoặc nước phụ trách…</translation>
    </message>
    <message>
        <source>New mission…</source>
        <translation>Thêm cơ quan đại diện…</translation>
    </message>
    <message>
        <source>None of our missions is on file yet.</source>
        <translation>Chưa có cơ quan đại diện nào.</translation>
    </message>
    <message>
        <source>New mission</source>
        <translation>Thêm cơ quan đại diện</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Cơ quan đại diện</translation>
    </message>
    <message>
        <source>Deleted: {name}.</source>
        <translation>Đã xóa: {name}.</translation>
    </message>
    <message numerus="yes">
        <source>Deleted with %n responsibility(ies): {name}.</source>
        <translation>
            <numerusform>Đã xóa cùng %n phân công: {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoreFields</name>
    <message>
        <source>More</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>purpose, questions, our comment, time, language, reference, third parties</source>
        <translation>mục đích, câu hỏi, nhận xét của ta, giờ, ngôn ngữ, số ký hiệu, bên thứ ba</translation>
    </message>
</context>
<context>
    <name>MyDayPage</name>
    <message>
        <source>Only mine</source>
        <extracomment>The counters that always stand, and the height in lines under which the others go.</extracomment>
        <translation>Chỉ việc của tôi</translation>
    </message>
    <message>
        <source>Only what is in my hands, and what is about States that my mission looks after</source>
        <translation>Chỉ những việc tôi phụ trách và việc liên quan các nước do cơ quan tôi phụ trách</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>Ngày của tôi</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Của ai</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>Trong tuần tới</translation>
    </message>
    <message>
        <source>We owe</source>
        <translation>Ta chưa trả lời</translation>
    </message>
    <message>
        <source>They owe</source>
        <translation>Bạn chưa trả lời</translation>
    </message>
    <message>
        <source>To renew</source>
        <translation>Cần hỏi lại</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Lâu chưa tiếp xúc</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Về sau</translation>
    </message>
    <message>
        <source>No day</source>
        <translation>Không có ngày</translation>
    </message>
    <message>
        <source>Nothing here matches the filter.</source>
        <translation>Không có mục nào khớp với bộ lọc.</translation>
    </message>
    <message>
        <source>Nothing is due today.</source>
        <translation>Hôm nay không có việc gì đến hạn.</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Name of the filter</source>
        <translation>Tên bộ lọc</translation>
    </message>
    <message>
        <source>There is a filter of this name; it is replaced.</source>
        <translation>Đã có bộ lọc mang tên này; bộ lọc cũ sẽ được thay.</translation>
    </message>
</context>
<context>
    <name>NewDate</name>
    <message>
        <source>New date</source>
        <translation>Thời hạn mới</translation>
    </message>
    <message>
        <source>Keep this date</source>
        <translation>Lưu thời hạn này</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Type a day that is still to come, for example 31/12/2026.</source>
        <translation>Hãy nhập một ngày chưa tới, ví dụ 31/12/2026.</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Note the six words first: nobody can give them to you again.</source>
        <translation>Hãy ghi lại sáu từ trước: không ai có thể cấp lại cho anh/chị.</translation>
    </message>
    <message>
        <source>Tick that you have read this, or choose a passphrase.</source>
        <translation>Hãy đánh dấu là đã đọc, hoặc chọn cụm mật khẩu.</translation>
    </message>
    <message>
        <source>At least {n} letters, please.</source>
        <translation>Cần ít nhất {n} ký tự.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Hai lần nhập không giống nhau.</translation>
    </message>
    <message>
        <source>Six words that are easy to keep in mind</source>
        <translation>Sáu từ dễ nhớ</translation>
    </message>
    <message>
        <source>A passphrase of my own</source>
        <translation>Cụm mật khẩu tự đặt</translation>
    </message>
    <message>
        <source>Without a passphrase</source>
        <translation>Không dùng cụm mật khẩu</translation>
    </message>
    <message>
        <source>The passphrase</source>
        <translation>Cụm mật khẩu</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Từ khác</translation>
    </message>
    <message>
        <source>English words</source>
        <translation>Từ tiếng Anh</translation>
    </message>
    <message>
        <source>Vietnamese words</source>
        <translation>Từ tiếng Việt</translation>
    </message>
    <message>
        <source>Drawn by chance from a list: {bits} bits, too many for anybody to guess.</source>
        <translation>Rút ngẫu nhiên từ danh sách: {bits} bit, không ai đoán nổi.</translation>
    </message>
    <message>
        <source>I have noted these words in a safe place</source>
        <translation>Tôi đã ghi lại các từ này ở nơi an toàn</translation>
    </message>
    <message>
        <source>Passphrase, at least {n} letters</source>
        <translation>Cụm mật khẩu, ít nhất {n} ký tự</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Nhập lại lần nữa</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Hiện những gì tôi nhập</translation>
    </message>
    <message>
        <source>Whoever has this computer, the file or a backup of it can then read every record; on Windows so can the other users of the computer, where the file lies outside your own folders. You can choose a passphrase later, on the page Safekeeping.</source>
        <translation>Khi đó ai có máy này, tệp dữ liệu hoặc bản sao lưu đều đọc được mọi bản ghi; trên Windows, người dùng khác của máy cũng đọc được nếu tệp nằm ngoài thư mục riêng của anh/chị. Có thể đặt cụm mật khẩu sau, ở trang An toàn dữ liệu.</translation>
    </message>
    <message>
        <source>I have read this and go on without a passphrase</source>
        <translation>Tôi đã đọc và tiếp tục không dùng cụm mật khẩu</translation>
    </message>
</context>
<context>
    <name>NextStepCard</name>
    <message>
        <source>Next step</source>
        <translation>Bước tiếp theo</translation>
    </message>
    <message>
        <source>Nothing to do is on file.</source>
        <translation>Chưa có việc cần làm.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n việc khác</numerusform>
        </translation>
    </message>
    <message>
        <source>no due date</source>
        <translation>chưa có hạn</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Later…</source>
        <translation>Lùi hạn…</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Xong: {what}</translation>
    </message>
    <message>
        <source>Later: {what}</source>
        <translation>Lùi hạn: {what}</translation>
    </message>
</context>
<context>
    <name>OccasionField</name>
    <message>
        <source>Type words of the contact</source>
        <extracomment>The field of a pack that holds what each product is for; the other products are for no occasion. How many meetings are offered, the newest first, and how many contacts a search finds.</extracomment>
        <translation>Gõ vài chữ về cuộc tiếp xúc</translation>
    </message>
    <message>
        <source>No event</source>
        <translation>Không gắn sự kiện</translation>
    </message>
    <message>
        <source>The next meeting planned</source>
        <translation>Cuộc gặp kế tiếp đã lên lịch</translation>
    </message>
</context>
<context>
    <name>OfficerDetail</name>
    <message>
        <source>Leaves the post…</source>
        <translation>Kết thúc nhiệm kỳ…</translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n open matter(s)…</source>
        <translation>
            <numerusform>Bàn giao %n việc còn mở…</numerusform>
        </translation>
    </message>
    <message>
        <source>Left on {day}; still open in this name: {n}</source>
        <translation>Kết thúc ngày {day}; việc còn mở: {n}</translation>
    </message>
    <message>
        <source>Not serving on {day}</source>
        <translation>Không công tác vào ngày {day}</translation>
    </message>
    <message>
        <source>Open in this name</source>
        <translation>Việc còn mở</translation>
    </message>
    <message>
        <source>Open follow-ups in the name of one officer</source>
        <translation>Việc cần làm của một cán bộ</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>Xem tất cả</translation>
    </message>
    <message>
        <source>Written down by them</source>
        <translation>Tiếp xúc đã ghi</translation>
    </message>
    <message>
        <source>Contacts written down by {name}.</source>
        <translation>Tiếp xúc do {name} ghi.</translation>
    </message>
</context>
<context>
    <name>OfficerListing</name>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Cơ quan đại diện</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Việc còn mở</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Đang công tác</translation>
    </message>
    <message>
        <source>Not serving</source>
        <translation>Không công tác</translation>
    </message>
    <message>
        <source>To hand over</source>
        <translation>Cần bàn giao</translation>
    </message>
    <message numerus="yes">
        <source>%n officer(s)</source>
        <translation>
            <numerusform>%n cán bộ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n việc</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficersPage</name>
    <message>
        <source>Our officers</source>
        <translation>Cán bộ của ta</translation>
    </message>
    <message>
        <source>Filter: name, post, or a State looked after…</source>
        <translation>Lọc: tên, chức vụ hoặc nước phụ trách…</translation>
    </message>
    <message>
        <source>New officer…</source>
        <translation>Thêm cán bộ…</translation>
    </message>
    <message>
        <source>None of our officers is on file yet.</source>
        <translation>Chưa có cán bộ nào.</translation>
    </message>
    <message>
        <source>New officer</source>
        <translation>Thêm cán bộ</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Cán bộ</translation>
    </message>
    <message numerus="yes">
        <source>%n open matter(s) stay without an owner.</source>
        <translation>
            <numerusform>Còn %n việc mở chưa có người phụ trách.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} leaves</source>
        <translation>{name} kết thúc nhiệm kỳ</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Save a copy</source>
        <translation>Lưu bản sao</translation>
    </message>
    <message>
        <source>Saved: {what}</source>
        <translation>Đã lưu: {what}</translation>
    </message>
</context>
<context>
    <name>OrganisationDetail</name>
    <message>
        <source>International</source>
        <translation>Quốc tế</translation>
    </message>
    <message>
        <source>New part…</source>
        <translation>Thêm đơn vị trực thuộc…</translation>
    </message>
    <message>
        <source>What it is part of, and its parts</source>
        <translation>Cấp trên và đơn vị trực thuộc</translation>
    </message>
    <message>
        <source>Parts of {name}</source>
        <translation>Đơn vị trực thuộc {name}</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>Xem tất cả</translation>
    </message>
    <message>
        <source>Its parts</source>
        <translation>Đơn vị trực thuộc</translation>
    </message>
    <message>
        <source>People there now</source>
        <translation>Đầu mối hiện nay</translation>
    </message>
    <message>
        <source>People who were there</source>
        <translation>Đầu mối trước đây</translation>
    </message>
    <message>
        <source>People who hold or held a post in {name}</source>
        <translation>Người đang hoặc từng giữ chức vụ tại {name}</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Tiếp xúc</translation>
    </message>
    <message>
        <source>Contacts with {name}.</source>
        <translation>Tiếp xúc với {name}.</translation>
    </message>
    <message>
        <source>Events it hosted</source>
        <translation>Sự kiện đã chủ trì</translation>
    </message>
    <message>
        <source>Events hosted by {name}</source>
        <translation>Sự kiện do {name} chủ trì</translation>
    </message>
</context>
<context>
    <name>OrganisationForm</name>
    <message>
        <source>Type a few letters</source>
        <translation>Gõ vài chữ</translation>
    </message>
</context>
<context>
    <name>OrganisationListing</name>
    <message>
        <source>Organization</source>
        <translation>Cơ quan, tổ chức</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Viết tắt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Thuộc</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Thành phố</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Đầu mối</translation>
    </message>
    <message>
        <source>International</source>
        <translation>Quốc tế</translation>
    </message>
    <message>
        <source>Of one State</source>
        <translation>Của một nước</translation>
    </message>
    <message>
        <source>With people on file</source>
        <translation>Có đầu mối</translation>
    </message>
    <message numerus="yes">
        <source>%n organization(s)</source>
        <translation>
            <numerusform>%n cơ quan, tổ chức</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrganisationsPage</name>
    <message>
        <source>Organizations</source>
        <translation>Cơ quan, tổ chức</translation>
    </message>
    <message>
        <source>Filter: name, short name, country…</source>
        <translation>Lọc: tên, tên viết tắt, quốc gia…</translation>
    </message>
    <message>
        <source>New organization…</source>
        <translation>Thêm cơ quan, tổ chức…</translation>
    </message>
    <message>
        <source>No organization is on file yet.</source>
        <translation>Chưa có cơ quan, tổ chức nào.</translation>
    </message>
    <message>
        <source>New organization</source>
        <translation>Thêm cơ quan, tổ chức</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Cơ quan, tổ chức</translation>
    </message>
    <message>
        <source>A part of {name}</source>
        <translation>Đơn vị trực thuộc {name}</translation>
    </message>
</context>
<context>
    <name>OutreachDetail</name>
    <message>
        <source>{day}, {n} minutes</source>
        <translation>{day}, {n} phút</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>In the programme</source>
        <translation>Trong chương trình</translation>
    </message>
    <message>
        <source>Formal report…</source>
        <translation>Báo cáo chính thức…</translation>
    </message>
    <message>
        <source>What each State said</source>
        <translation>Ý kiến từng nước</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Nội dung trao đổi</translation>
    </message>
    <message>
        <source>Commitments recorded here</source>
        <translation>Cam kết ghi nhận tại đây</translation>
    </message>
    <message>
        <source>{country}: {act}, {by}</source>
        <translation>{country}: {act}, {by}</translation>
    </message>
    <message>
        <source>Follow-ups recorded here</source>
        <translation>Việc cần làm ghi tại đây</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>Thành phần tham dự</translation>
    </message>
    <message>
        <source>On record</source>
        <translation>Thông tin lưu hồ sơ</translation>
    </message>
</context>
<context>
    <name>OutreachListing</name>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Với</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Event or place</source>
        <translation>Sự kiện, địa điểm</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Cơ quan đại diện</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>the last 7 days</source>
        <translation>7 ngày qua</translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation>30 ngày qua</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>năm nay</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>sắp tới</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n cuộc tiếp xúc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commitment(s)</source>
        <translation>
            <numerusform>%n cam kết</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%n việc</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutreachPage</name>
    <message>
        <source>Contacts</source>
        <translation>Tiếp xúc</translation>
    </message>
    <message>
        <source>Filter: country, words, name…</source>
        <translation>Lọc: nước, nội dung, tên…</translation>
    </message>
    <message>
        <source>Nothing is logged yet. Press Ctrl+L to log the first contact.</source>
        <translation>Chưa có cuộc tiếp xúc nào. Nhấn Ctrl+L để ghi cuộc đầu tiên.</translation>
    </message>
    <message>
        <source>Deleted with what was recorded in it: {name}.</source>
        <translation>Đã xóa cùng nội dung ghi trong đó: {name}.</translation>
    </message>
</context>
<context>
    <name>OwedCard</name>
    <message>
        <source>Requests, ours and theirs</source>
        <translation>Đề nghị của ta và của bạn</translation>
    </message>
    <message>
        <source>Nothing is owed on either side.</source>
        <translation>Hai bên không còn đề nghị nào chưa trả lời.</translation>
    </message>
    <message numerus="yes">
        <source>See all %n</source>
        <translation>
            <numerusform>Xem tất cả %n</numerusform>
        </translation>
    </message>
    <message>
        <source>New request…</source>
        <translation>Đề nghị mới…</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Đề nghị mới</translation>
    </message>
    <message>
        <source>The request is noted.</source>
        <translation>Đã ghi đề nghị.</translation>
    </message>
</context>
<context>
    <name>PackFiling</name>
    <message>
        <source>It is no State secret: go on</source>
        <translation>Không phải bí mật nhà nước: tiếp tục</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Saved: {what}</source>
        <translation>Đã lưu: {what}</translation>
    </message>
    <message>
        <source>Copy of {name}</source>
        <translation>Bản sao của {name}</translation>
    </message>
    <message>
        <source>Copied: {what}</source>
        <translation>Đã sao chép: {what}</translation>
    </message>
    <message>
        <source>Deleted: {what}</source>
        <translation>Đã xóa: {what}</translation>
    </message>
</context>
<context>
    <name>PackFoot</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>I have read the whole text</source>
        <translation>Tôi đã đọc toàn bộ nội dung</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>Lưu PDF…</translation>
    </message>
    <message>
        <source>Save as edition</source>
        <translation>Lưu thành bản in</translation>
    </message>
    <message>
        <source>Word copy…</source>
        <translation>Bản Word…</translation>
    </message>
</context>
<context>
    <name>PacksPage</name>
    <message>
        <source>{n} of {all}</source>
        <translation>{n}/{all}</translation>
    </message>
    <message>
        <source>Building: {paper}</source>
        <translation>Đang dựng: {paper}</translation>
    </message>
    <message>
        <source>Choose the contact</source>
        <translation>Chọn cuộc tiếp xúc</translation>
    </message>
    <message>
        <source>Choose countries</source>
        <translation>Chọn nước</translation>
    </message>
    <message>
        <source>New document</source>
        <translation>Tài liệu mới</translation>
    </message>
    <message>
        <source>Edition {n}, as it was kept</source>
        <translation>Bản in {n}, đúng như khi lưu</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>No document yet</source>
        <translation>Chưa có tài liệu</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>chưa lưu</translation>
    </message>
    <message>
        <source>{block} overflows</source>
        <translation>Mục {block} tràn khung</translation>
    </message>
    <message>
        <source>Edition {n} is kept: {number}</source>
        <translation>Đã lưu bản in {n}: {number}</translation>
    </message>
    <message>
        <source>The file of this edition was removed.</source>
        <translation>Tệp của bản in này đã bị gỡ.</translation>
    </message>
</context>
<context>
    <name>PacksView</name>
    <message>
        <source>Saved documents</source>
        <extracomment>The width of the left side, and the width from which the preview stands beside it, in heights of a line of text. Below this height, in the same unit, the foot says only what is being done.</extracomment>
        <translation>Tài liệu đã lưu</translation>
    </message>
    <message>
        <source>Parts of the builder</source>
        <translation>Các phần của trang soạn</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Keep the document on the desk (Ctrl+Enter)</source>
        <translation>Lưu tài liệu trong tệp dữ liệu (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Tài liệu</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Editions</source>
        <translation>Bản in</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Back  Esc</source>
        <translation>Quay lại  Esc</translation>
    </message>
    <message>
        <source>Go back; what you typed is kept as a draft</source>
        <translation>Quay lại; nội dung đã gõ được giữ thành bản nháp</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Save and log another</source>
        <translation>Lưu và ghi tiếp</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Bỏ bản nháp</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>The draft could not be kept. {why}</source>
        <translation>Không giữ được bản nháp. {why}</translation>
    </message>
    <message>
        <source>A draft is kept while you type.</source>
        <translation>Bản nháp được giữ trong khi gõ.</translation>
    </message>
    <message>
        <source>Draft kept {n} s ago. It is here if the power goes.</source>
        <translation>Đã giữ bản nháp {n} giây trước. Mất điện cũng không mất nội dung.</translation>
    </message>
    <message>
        <source>Draft kept {n} min ago. It is here if the power goes.</source>
        <translation>Đã giữ bản nháp {n} phút trước. Mất điện cũng không mất nội dung.</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Paper for the custodian</source>
        <translation>Giấy dự phòng cho người giữ két</translation>
    </message>
    <message>
        <source>The code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>Lưu thành văn bản…</translation>
    </message>
    <message>
        <source>It is on paper: use it</source>
        <translation>Đã in ra giấy: dùng mã này</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>This code opens the desk when every passphrase is forgotten. Print it, put it into a sealed envelope, and give it to whoever keeps the safe. It is shown only now. It opens the desk once you confirm that it is on paper; until then an earlier paper does.</source>
        <translation>Mã này mở được dữ liệu khi mọi cụm mật khẩu đều bị quên. Hãy in ra, cho vào phong bì niêm phong và giao cho người giữ két. Mã chỉ hiện lúc này. Mã mở được dữ liệu sau khi xác nhận đã có trên giấy; đến lúc đó giấy cũ vẫn dùng được.</translation>
    </message>
    <message>
        <source>Leave without using this code?</source>
        <translation>Thoát mà không dùng mã này?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>It then opens nothing, also where it is printed. An earlier paper still opens the desk.</source>
        <translation>Khi đó mã không mở được gì, kể cả khi đã in. Giấy cũ vẫn mở được dữ liệu.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Save as text</source>
        <translation>Lưu thành văn bản</translation>
    </message>
    <message>
        <source>Written. Keep that file away from the computer that holds the desk.</source>
        <translation>Đã ghi. Hãy cất tệp đó xa máy chứa dữ liệu.</translation>
    </message>
    <message>
        <source>The desk: {name}</source>
        <translation>Dữ liệu: {name}</translation>
    </message>
    <message>
        <source>Made on {day}</source>
        <translation>Lập ngày {day}</translation>
    </message>
    <message>
        <source>Type this code, with its hyphens, in place of the passphrase. Then give the person who goes on with the desk a passphrase of their own, and make a new paper.</source>
        <translation>Nhập mã này, cả dấu gạch nối, thay cho cụm mật khẩu. Sau đó đặt cụm mật khẩu riêng cho người tiếp tục công việc và làm giấy mới.</translation>
    </message>
    <message>
        <source>Keep it in a sealed envelope in the safe, and never with the computer.</source>
        <translation>Giữ trong phong bì niêm phong ở két, không bao giờ để cùng máy tính.</translation>
    </message>
    <message>
        <source>The custodian&apos;s paper now opens the desk.</source>
        <translation>Giấy dự phòng cho người giữ két đã mở được dữ liệu.</translation>
    </message>
</context>
<context>
    <name>ParticipantForm</name>
    <message>
        <source>In the lead from</source>
        <translation>Phụ trách chính từ ngày</translation>
    </message>
    <message>
        <source>All our missions for this country, with days</source>
        <translation>Toàn bộ phân công cho nước này, có ngày</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Tên gọi khác</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>Sửa {name}</translation>
    </message>
    <message>
        <source>&amp;Kind of mission</source>
        <translation>&amp;Loại cơ quan</translation>
    </message>
    <message>
        <source>&amp;Name of the mission</source>
        <translation>&amp;Tên cơ quan</translation>
    </message>
    <message>
        <source>In the lead &amp;from</source>
        <translation>Phụ trách chính &amp;từ ngày</translation>
    </message>
    <message>
        <source>&amp;Other names, one a line</source>
        <translation>Tên gọi &amp;khác, mỗi dòng một tên</translation>
    </message>
    <message>
        <source>Lead &amp;mission</source>
        <translation>Cơ quan &amp;phụ trách</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>&amp;Mức ưu tiên</translation>
    </message>
    <message>
        <source>&amp;Reason for the priority</source>
        <translation>Lý &amp;do ưu tiên</translation>
    </message>
    <message>
        <source>No lead mission set</source>
        <translation>Chưa có cơ quan phụ trách</translation>
    </message>
    <message>
        <source>Another mission…</source>
        <translation>Cơ quan khác…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Cao</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Trung bình</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Thấp</translation>
    </message>
    <message>
        <source>No accredited mission or channel is written down.</source>
        <translation>Chưa ghi cơ quan kiêm nhiệm hoặc kênh nào.</translation>
    </message>
    <message>
        <source>Leave without saving what you typed?</source>
        <translation>Rời đi mà không lưu nội dung đã gõ?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Rời đi</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Viết tiếp</translation>
    </message>
    <message>
        <source>Give the mission a name, or choose another one.</source>
        <translation>Hãy ghi tên cơ quan hoặc chọn cơ quan khác.</translation>
    </message>
    <message>
        <source>The mission in the lead now began on {day}: choose that day or a later one.</source>
        <translation>Cơ quan đang phụ trách bắt đầu từ ngày {day}: hãy chọn ngày đó hoặc ngày sau.</translation>
    </message>
    <message>
        <source>Saved: {what}</source>
        <translation>Đã lưu: {what}</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>People</source>
        <translation>Đầu mối</translation>
    </message>
    <message>
        <source>No person is on file.</source>
        <translation>Chưa có đầu mối.</translation>
    </message>
    <message numerus="yes">
        <source>See all %n</source>
        <translation>
            <numerusform>Xem cả %n</numerusform>
        </translation>
    </message>
    <message>
        <source>no contact on file</source>
        <translation>chưa tiếp xúc</translation>
    </message>
    <message>
        <source>last contact {when}</source>
        <translation>tiếp xúc gần nhất {when}</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>Đầu mối</translation>
    </message>
    <message>
        <source>Filter: name, post, country…</source>
        <translation>Lọc: tên, chức vụ, nước…</translation>
    </message>
    <message>
        <source>New person…</source>
        <translation>Thêm đầu mối…</translation>
    </message>
    <message>
        <source>No person is on file yet. Persons named when a contact is logged appear here.</source>
        <translation>Chưa có đầu mối. Những người được nêu khi ghi tiếp xúc sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Đầu mối mới</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Đầu mối</translation>
    </message>
    <message>
        <source>Saved: {name}. {other} may be the same person: Ctrl+M compares them.</source>
        <translation>Đã lưu: {name}. {other} có thể là cùng một người: nhấn Ctrl+M để so sánh.</translation>
    </message>
    <message>
        <source>Post of {name}</source>
        <translation>Chức vụ của {name}</translation>
    </message>
    <message>
        <source>Two records of {name} are one now.</source>
        <translation>Đã gộp hai bản ghi của {name} làm một.</translation>
    </message>
    <message>
        <source>They are two persons, and will not be offered as one again.</source>
        <translation>Đã ghi nhận là hai người, sẽ không gợi ý gộp nữa.</translation>
    </message>
    <message>
        <source>Tell {gone} and {kept} apart again?</source>
        <translation>Tách lại {gone} và {kept}?</translation>
    </message>
    <message>
        <source>Everything comes back as it was before they were made one. What was written since, or changed since, stays with {kept}.</source>
        <translation>Mọi thứ trở lại như trước khi gộp. Những gì được ghi hoặc sửa sau khi gộp vẫn thuộc về {kept}.</translation>
    </message>
    <message>
        <source>Tell apart</source>
        <translation>Tách ra</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>{name} has a record of its own again.</source>
        <translation>{name} lại có bản ghi riêng.</translation>
    </message>
    <message>
        <source>The person was erased for good.</source>
        <translation>Đã xóa hẳn người này.</translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message>
        <source>No person is on file. Those met are added as the contact is logged.</source>
        <translation>Chưa có đầu mối. Người đã gặp được thêm khi ghi tiếp xúc.</translation>
    </message>
    <message>
        <source>Level: {level}</source>
        <translation>Cấp: {level}</translation>
    </message>
    <message>
        <source>Last contact: {when}</source>
        <translation>Tiếp xúc gần nhất: {when}</translation>
    </message>
</context>
<context>
    <name>PersonDetail</name>
    <message>
        <source>New post…</source>
        <translation>Thêm chức vụ…</translation>
    </message>
    <message>
        <source>End post…</source>
        <translation>Kết thúc chức vụ…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Gộp…</translation>
    </message>
    <message>
        <source>Possibly the same person</source>
        <translation>Có thể là cùng một người</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>So sánh…</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Không phải</translation>
    </message>
    <message>
        <source>How to address them</source>
        <translation>Cách xưng hô</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Lần tiếp xúc gần nhất</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Ai tiếp xúc</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Gặp ai</translation>
    </message>
    <message>
        <source>At what level</source>
        <translation>Ở cấp nào</translation>
    </message>
    <message>
        <source>In what</source>
        <translation>Trong dịp nào</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Edit post…</source>
        <translation>Sửa chức vụ…</translation>
    </message>
    <message>
        <source>The post is now held by {name}</source>
        <translation>Người đang giữ chức vụ này: {name}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>từ {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>đến {day}</translation>
    </message>
    <message>
        <source>Open with this person</source>
        <translation>Việc đang mở với người này</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Tiếp xúc</translation>
    </message>
    <message>
        <source>Contacts with {name} present</source>
        <translation>Các cuộc tiếp xúc có {name} dự</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>Xem tất cả</translation>
    </message>
    <message>
        <source>Made from two records</source>
        <translation>Gộp từ hai bản ghi</translation>
    </message>
    <message>
        <source>Tell them apart again…</source>
        <translation>Tách lại…</translation>
    </message>
    <message>
        <source>Removes the person from records, history, search and drafts. This cannot be undone.</source>
        <translation>Xóa người này khỏi bản ghi, lịch sử, tìm kiếm và bản nháp. Không hoàn tác được.</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>Xóa hẳn…</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Post held now</source>
        <extracomment>No post of anybody we know began before this year. The fields of a post that the form of a person shows.</extracomment>
        <translation>Chức vụ hiện nay</translation>
    </message>
    <message>
        <source>About the person</source>
        <translation>Về cá nhân</translation>
    </message>
</context>
<context>
    <name>PersonListing</name>
    <message>
        <source>Name</source>
        <extracomment>Days after which a person who was met before counts as silent, and the mark of those never met.</extracomment>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>On this file</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Gặp gần nhất</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Ai tiếp xúc</translation>
    </message>
    <message>
        <source>In what</source>
        <translation>Trong dịp nào</translation>
    </message>
    <message>
        <source>In own script</source>
        <translation>Theo chữ viết gốc</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>Có thể trùng</translation>
    </message>
    <message>
        <source>more than {n} days</source>
        <translation>quá {n} ngày</translation>
    </message>
    <message>
        <source>Silent for</source>
        <translation>Chưa gặp lại</translation>
    </message>
    <message>
        <source>never met</source>
        <translation>chưa gặp lần nào</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n đầu mối</numerusform>
        </translation>
    </message>
    <message>
        <source>{post}, until {day}</source>
        <translation>{post}, đến hết {day}</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>as the place</source>
        <translation>là địa điểm</translation>
    </message>
</context>
<context>
    <name>PlenaryNoting</name>
    <message>
        <source>Taken out: the statement of {country}</source>
        <extracomment>Milliseconds after the last step in the table until the note is read.</extracomment>
        <translation>Đã bỏ phát biểu của {country}</translation>
    </message>
    <message>
        <source>{country}: noted for {day}, which is still to come.</source>
        <translation>{country}: đã ghi cho ngày {day}, là ngày chưa đến.</translation>
    </message>
    <message>
        <source>“{text}” is not kept: no day on which {country} can have spoken.</source>
        <translation>Không lưu “{text}”: {country} không thể đã phát biểu vào ngày đó.</translation>
    </message>
    <message>
        <source>Leave without saving what you typed?</source>
        <translation>Rời đi mà không lưu nội dung đã gõ?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Rời đi</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Viết tiếp</translation>
    </message>
    <message>
        <source>Nothing is noted of {country} yet.</source>
        <translation>Chưa ghi gì về {country}.</translation>
    </message>
    <message>
        <source>Not saved, but kept as a draft: the note on {country}.</source>
        <translation>Chưa lưu, nhưng còn bản nháp: ghi chú về {country}.</translation>
    </message>
    <message>
        <source>Not saved yet: the note on {country}.</source>
        <translation>Chưa lưu: ghi chú về {country}.</translation>
    </message>
    <message>
        <source>Not saved yet: the notes on {country} and {n} more.</source>
        <translation>Chưa lưu: ghi chú về {country} và {n} ghi chú khác.</translation>
    </message>
    <message>
        <source>The promise is recorded with its source.</source>
        <translation>Đã ghi cam kết kèm nguồn.</translation>
    </message>
</context>
<context>
    <name>PlenaryPage</name>
    <message numerus="yes">
        <source>%n delegation(s)</source>
        <extracomment>Milliseconds after the last letter until the list is filtered. Kinds of events at which delegations speak one after the other.</extracomment>
        <translation>
            <numerusform>%n đoàn</numerusform>
        </translation>
    </message>
    <message>
        <source>A plenary belongs to an event. Choose one, or put one on file first.</source>
        <translation>Phiên toàn thể thuộc về một sự kiện. Hãy chọn sự kiện hoặc ghi sự kiện trước.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Sự kiện</translation>
    </message>
</context>
<context>
    <name>PlenaryView</name>
    <message>
        <source>Which event</source>
        <extracomment>In heights of a line of text: below this width table and note take turns; the least width of the note. In heights of a line of text: below this height what filters stands behind a button.</extracomment>
        <translation>Sự kiện nào</translation>
    </message>
    <message>
        <source>Agenda item</source>
        <translation>Mục chương trình</translation>
    </message>
    <message>
        <source>The agenda item that is spoken on now; empty: the whole event</source>
        <translation>Mục chương trình đang được phát biểu; để trống: cả sự kiện</translation>
    </message>
    <message>
        <source>Filter: delegation…</source>
        <translation>Lọc: đoàn…</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Bộ lọc</translation>
    </message>
    <message>
        <source>Only those attending</source>
        <translation>Chỉ các đoàn có mặt</translation>
    </message>
    <message>
        <source>Delegations</source>
        <translation>Các đoàn</translation>
    </message>
    <message>
        <source>← Back to the list</source>
        <translation>← Về danh sách</translation>
    </message>
    <message>
        <source>M: spoke of it · N: did not · Space: in turn · Enter or any text: note · Ctrl+Enter: save the note</source>
        <translation>M: có nêu Công ước · N: không nêu · Space: lần lượt · Enter hoặc gõ chữ: ghi chú · Ctrl+Enter: lưu ghi chú</translation>
    </message>
    <message>
        <source>The list is empty: there is nothing to show here.</source>
        <translation>Danh sách trống nên ở đây không có gì để hiển thị.</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Đoàn</translation>
    </message>
    <message>
        <source>The Convention</source>
        <translation>Về Công ước</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Lời phát biểu</translation>
    </message>
    <message>
        <source>Speaker, item</source>
        <translation>Người phát biểu, mục</translation>
    </message>
</context>
<context>
    <name>PointsCard</name>
    <message>
        <source>Talking points that apply</source>
        <translation>Điểm cần nêu phù hợp</translation>
    </message>
    <message>
        <source>No point of the bank applies.</source>
        <translation>Không có điểm nào phù hợp.</translation>
    </message>
    <message numerus="yes">
        <source>See all %n, with the reasons</source>
        <translation>
            <numerusform>Xem cả %n, kèm lý do</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PointsTab</name>
    <message>
        <source>No point of the bank applies.</source>
        <translation>Không có điểm nào phù hợp.</translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <translation>Lý do: {reason}</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Papers</source>
        <translation>Các tài liệu</translation>
    </message>
    <message>
        <source>Preview of the document</source>
        <translation>Xem trước tài liệu</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Vừa chiều rộng</translation>
    </message>
    <message>
        <source>Smaller pages</source>
        <translation>Thu nhỏ trang</translation>
    </message>
    <message>
        <source>Larger pages</source>
        <translation>Phóng to trang</translation>
    </message>
    <message>
        <source>Cover and contents</source>
        <translation>Bìa và mục lục</translation>
    </message>
    <message>
        <source>Page {n} of {all}</source>
        <translation>Trang {n}/{all}</translation>
    </message>
</context>
<context>
    <name>PrintingCard</name>
    <message>
        <source>Printing</source>
        <translation>In ấn</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Số bản</translation>
    </message>
    <message>
        <source>Number each copy</source>
        <translation>Đánh số từng bản</translation>
    </message>
    <message>
        <source>Both sides of the sheet</source>
        <translation>In hai mặt</translation>
    </message>
    <message>
        <source>Greyscale</source>
        <translation>Thang xám</translation>
    </message>
    <message>
        <source>Mark as draft</source>
        <translation>Ghi dự thảo</translation>
    </message>
</context>
<context>
    <name>ProgrammeEditing</name>
    <message>
        <source>Saved: {what}</source>
        <extracomment>How often what is being written is put on disk, in milliseconds.</extracomment>
        <translation>Đã lưu: {what}</translation>
    </message>
    <message>
        <source>Taken off the programme: {meeting}</source>
        <translation>Đã bỏ khỏi chương trình: {meeting}</translation>
    </message>
    <message>
        <source>Leave without saving what you typed?</source>
        <translation>Rời đi mà không lưu nội dung đã gõ?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Rời đi</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Viết tiếp</translation>
    </message>
    <message>
        <source>Not saved, but kept as a draft: {what}</source>
        <translation>Chưa lưu, nhưng còn bản nháp: {what}</translation>
    </message>
    <message>
        <source>Not saved yet: {what}</source>
        <translation>Chưa lưu: {what}</translation>
    </message>
</context>
<context>
    <name>ProgrammePage</name>
    <message>
        <source>Meetings of all events</source>
        <extracomment>Days before today from which meetings of all events are shown.</extracomment>
        <translation>Cuộc gặp của mọi sự kiện</translation>
    </message>
    <message numerus="yes">
        <source>%n slot(s)</source>
        <translation>
            <numerusform>%n cuộc gặp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clash(es): show the next</source>
        <translation>
            <numerusform>%n chỗ trùng: xem chỗ tiếp theo</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is planned yet.</source>
        <translation>Chưa có cuộc gặp nào trong chương trình.</translation>
    </message>
    <message>
        <source>New slot…</source>
        <translation>Thêm cuộc gặp…</translation>
    </message>
    <message>
        <source>+ Slot</source>
        <translation>+ Cuộc gặp</translation>
    </message>
    <message>
        <source>New slot on {day}</source>
        <translation>Thêm cuộc gặp vào {day}</translation>
    </message>
    <message>
        <source>{meeting}: {state}</source>
        <translation>{meeting}: {state}</translation>
    </message>
</context>
<context>
    <name>ProgrammeView</name>
    <message>
        <source>Whose programme</source>
        <extracomment>The height, in heights of a line of text, below which the head scrolls with the days.</extracomment>
        <translation>Chương trình của sự kiện nào</translation>
    </message>
    <message>
        <source>New slot…</source>
        <translation>Thêm cuộc gặp…</translation>
    </message>
    <message>
        <source>New slot (Insert)</source>
        <translation>Thêm cuộc gặp (Insert)</translation>
    </message>
    <message>
        <source>Enter: edit · Insert: new slot · B: brief · M: meeting brief · R: result · C: confirm · X: cancel · Delete: take off · Ctrl+H: history and files</source>
        <translation>Enter: sửa · Insert: thêm cuộc gặp · B: bản tóm tắt · M: tài liệu cuộc gặp · R: kết quả · C: xác nhận · X: hủy · Delete: bỏ khỏi chương trình · Ctrl+H: lịch sử và tệp</translation>
    </message>
</context>
<context>
    <name>PromiseStory</name>
    <message>
        <source>How it came about</source>
        <extracomment>Lines that are told.</extracomment>
        <translation>Diễn biến của cam kết</translation>
    </message>
    <message>
        <source>Open that promise</source>
        <translation>Mở cam kết đó</translation>
    </message>
    <message>
        <source>the date slipped from {before} to {after}</source>
        <translation>thời hạn lùi từ {before} sang {after}</translation>
    </message>
    <message>
        <source>the date of {before} was dropped</source>
        <translation>bỏ thời hạn {before}</translation>
    </message>
    <message>
        <source>the date was brought forward from {before} to {after}</source>
        <translation>thời hạn sớm lên, từ {before} sang {after}</translation>
    </message>
    <message>
        <source>a date was given: {after}</source>
        <translation>đã nêu thời hạn: {after}</translation>
    </message>
    <message>
        <source>turned into a promise to {act}</source>
        <translation>chuyển thành cam kết {act}</translation>
    </message>
    <message>
        <source>the words grew softer: {before}, then {after}</source>
        <translation>lời lẽ nhẹ đi: {before}, sau đó {after}</translation>
    </message>
    <message>
        <source>the words grew firmer: {before}, then {after}</source>
        <translation>lời lẽ chắc hơn: {before}, sau đó {after}</translation>
    </message>
    <message>
        <source>grade changed by {who}: {before} → {after}</source>
        <translation>{who} đổi mức: {before} → {after}</translation>
    </message>
    <message>
        <source>{what}. Reason: {why}</source>
        <translation>{what}. Lý do: {why}</translation>
    </message>
    <message>
        <source>grade confirmed by {who}</source>
        <translation>{who} đã xác nhận mức</translation>
    </message>
    <message>
        <source>{state}, noted by {who}</source>
        <translation>{state}, do {who} ghi</translation>
    </message>
    <message>
        <source>{act} by {day}</source>
        <translation>{act} chậm nhất {day}</translation>
    </message>
    <message>
        <source>earlier promise: {what} ({grade})</source>
        <translation>cam kết trước đó: {what} ({grade})</translation>
    </message>
    <message>
        <source>promised to {what}, {kind}</source>
        <translation>cam kết {what}, {kind}</translation>
    </message>
    <message>
        <source>“{stance}”, {kind}</source>
        <translation>“{stance}”, {kind}</translation>
    </message>
    <message>
        <source>no name given</source>
        <translation>chưa ghi tên</translation>
    </message>
</context>
<context>
    <name>PromisesCard</name>
    <message>
        <source>Promises to check against the record</source>
        <extracomment>A promise whose day is no further away than this is marked.</extracomment>
        <translation>Cam kết cần đối chiếu hồ sơ</translation>
    </message>
    <message>
        <source>No promise is open. None contradicts the record.</source>
        <translation>Không có cam kết đang theo dõi. Không có cam kết trái hồ sơ.</translation>
    </message>
    <message>
        <source>Promises that you note with a contact are held against the treaty record here.</source>
        <translation>Cam kết ghi cùng cuộc tiếp xúc được đối chiếu với hồ sơ điều ước tại đây.</translation>
    </message>
    <message>
        <source>See all {count}</source>
        <translation>Xem cả {count}</translation>
    </message>
    <message numerus="yes">
        <source>Done without a promise on file: %n act(s)</source>
        <translation>
            <numerusform>Đã làm mà không có cam kết được ghi: %n hành vi</numerusform>
        </translation>
    </message>
    <message>
        <source>Go through them. Nothing is recorded by looking.</source>
        <translation>Xem lần lượt. Chỉ xem thì không ghi gì thêm.</translation>
    </message>
    <message>
        <source>{act} {by_when}</source>
        <translation>{act} {by_when}</translation>
    </message>
    <message>
        <source>passed, not signed</source>
        <translation>quá hạn, chưa ký</translation>
    </message>
    <message>
        <source>passed, not deposited</source>
        <translation>quá hạn, chưa nộp</translation>
    </message>
    <message>
        <source>signing is over: ask to accede</source>
        <translation>hết hạn ký: đề nghị gia nhập</translation>
    </message>
    <message>
        <source>signed, not yet bound</source>
        <translation>đã ký, chưa ràng buộc</translation>
    </message>
    <message>
        <source>done {day}, close it?</source>
        <translation>đã làm {day}, kết thúc?</translation>
    </message>
    <message>
        <source>signed {day}, close it?</source>
        <translation>đã ký {day}, kết thúc?</translation>
    </message>
    <message>
        <source>deposited {day}, close it?</source>
        <translation>đã nộp {day}, kết thúc?</translation>
    </message>
    <message>
        <source>Signed or deposited without a promise on file that announced it. There is nothing to record.</source>
        <translation>Đã ký hoặc nộp lưu chiểu mà trước đó không có cam kết nào được ghi. Không có gì phải ghi thêm.</translation>
    </message>
    <message>
        <source>All open promises under the Convention, held against the treaty record.</source>
        <translation>Mọi cam kết đang theo dõi về Công ước, đối chiếu với hồ sơ điều ước.</translation>
    </message>
</context>
<context>
    <name>QuestionsStep</name>
    <message>
        <source>Which comes first, the day or the month?</source>
        <extracomment>Names that are asked at once; those that remain come after the next look.</extracomment>
        <translation>Ngày hay tháng đứng trước?</translation>
    </message>
    <message>
        <source>Column “{column}”, as in {example}</source>
        <translation>Cột “{column}”, ví dụ {example}</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>chọn</translation>
    </message>
    <message>
        <source>No country is known by these names</source>
        <translation>Chưa rõ những tên này là nước nào</translation>
    </message>
    <message>
        <source>Say once which country each of them is, or leave its rows out. It is remembered.</source>
        <translation>Chỉ cần chọn một lần mỗi tên là nước nào, hoặc bỏ qua các dòng đó. Chương trình sẽ ghi nhớ.</translation>
    </message>
    <message>
        <source>Which country is “{name}”?</source>
        <translation>“{name}” là nước nào?</translation>
    </message>
    <message>
        <source>type the country</source>
        <translation>gõ tên nước</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Leave out “{name}”</source>
        <translation>Bỏ qua “{name}”</translation>
    </message>
    <message>
        <source>Rows: {rows}</source>
        <translation>Các dòng: {rows}</translation>
    </message>
</context>
<context>
    <name>RecordDialog</name>
    <message>
        <source>History and files</source>
        <translation>Lịch sử và tệp</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Leave without saving what you typed?</source>
        <translation>Thoát mà không lưu nội dung đã gõ?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Soạn tiếp</translation>
    </message>
    <message>
        <source>Type a few letters</source>
        <translation>Gõ vài chữ đầu</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>History and files…</source>
        <translation>Lịch sử và tệp…</translation>
    </message>
</context>
<context>
    <name>ReminderCard</name>
    <message>
        <source>Reminders</source>
        <extracomment>The hours of a working day among which one is chosen.</extracomment>
        <translation>Nhắc việc</translation>
    </message>
    <message>
        <source>Each day at</source>
        <translation>Mỗi ngày vào lúc</translation>
    </message>
    <message>
        <source>A quiet notice of how much is overdue and due today. It never shows the text of a record.</source>
        <translation>Thông báo nhỏ cho biết bao nhiêu việc quá hạn và đến hạn hôm nay. Thông báo không hiện nội dung bản ghi.</translation>
    </message>
    <message>
        <source>No notice</source>
        <translation>Không nhắc</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>For the clerk</source>
        <extracomment>Under which name it is remembered in the desk of this laptop: a mission&apos;s reports differ in little of it. Milliseconds from the last letter to the disk.</extracomment>
        <translation>Dành cho văn thư</translation>
    </message>
    <message>
        <source>Symbol of the number</source>
        <translation>Ký hiệu văn bản</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa danh</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Kính gửi</translation>
    </message>
    <message>
        <source>Post of who signs</source>
        <translation>Chức vụ người ký</translation>
    </message>
    <message>
        <source>Name of who signs</source>
        <translation>Họ tên người ký</translation>
    </message>
</context>
<context>
    <name>RescueDialog</name>
    <message>
        <source>There is no backup in the folder beside the desk. Is there one on a stick?</source>
        <translation>Không có bản sao lưu trong thư mục cạnh tệp dữ liệu. Có bản nào trên ổ USB không?</translation>
    </message>
    <message>
        <source>Much of the desk may still be readable: it can be brought into a new desk file, with a count of what was lost.</source>
        <translation>Có thể vẫn đọc được phần lớn dữ liệu: có thể chép sang một tệp dữ liệu mới, kèm số liệu về những gì bị mất.</translation>
    </message>
    <message>
        <source>The nearest good backup is of {day}, {time}. It was opened and checked when it was made.</source>
        <translation>Bản sao lưu tốt gần nhất là của {day}, {time}. Bản này đã được mở và kiểm tra khi tạo.</translation>
    </message>
    <message>
        <source>Restore that backup…</source>
        <translation>Khôi phục bản sao lưu đó…</translation>
    </message>
    <message>
        <source>Another backup…</source>
        <translation>Bản sao lưu khác…</translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation>Cứu những gì còn đọc được…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Nothing was changed. The damaged file stays as it is.</source>
        <translation>Chưa có gì bị thay đổi. Tệp hỏng được giữ nguyên.</translation>
    </message>
    <message>
        <source>What was written since then may still be readable: it can be brought into a new desk file, with a count of what was lost.</source>
        <translation>Những gì ghi từ đó đến nay có thể vẫn đọc được: có thể chép sang một tệp dữ liệu mới, kèm số liệu về những gì bị mất.</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Chọn bản sao lưu</translation>
    </message>
    <message>
        <source>A new desk file</source>
        <translation>Tệp dữ liệu mới</translation>
    </message>
    <message>
        <source>What can be read is brought over…</source>
        <translation>Đang chép những gì còn đọc được…</translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>Row</source>
        <extracomment>Seconds that writing a record takes on an ordinary laptop, and how many together are worth a word.</extracomment>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Cần xem</translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message>
        <source>&amp;Save the rows not imported…</source>
        <translation>&amp;Lưu các dòng chưa nhập…</translation>
    </message>
    <message>
        <source>Rows of the sheet</source>
        <translation>Các dòng của trang tính</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Row {row}: {what}</source>
        <translation>Dòng {row}: {what}</translation>
    </message>
    <message>
        <source>Records to be written: {records}.</source>
        <translation>Bản ghi sẽ được lưu: {records}.</translation>
    </message>
    <message numerus="yes">
        <source>Writing takes about %n second(s); the window waits until it is done.</source>
        <translation>
            <numerusform>Việc ghi mất khoảng %n giây; cửa sổ chờ đến khi ghi xong.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without content or with totals are passed over.</source>
        <translation>
            <numerusform>Bỏ qua %n dòng trống hoặc dòng tổng cộng.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturnCard</name>
    <message numerus="yes">
        <source>%n more row(s) stand in the document and in the spreadsheet.</source>
        <extracomment>No more rows of one table are drawn on the screen: a window is no document. Among so many of the longest cells of a column is the widest.</extracomment>
        <translation>
            <numerusform>Còn %n dòng nữa trong tài liệu và bảng tính.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturnPage</name>
    <message>
        <source>Period</source>
        <extracomment>The width in heights of a line of text from which two short tables stand beside each other. Milliseconds after the last letter of a date before the period is counted. Tables whose rows are long or many: each has the width of the page.</extracomment>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Language of the document</source>
        <translation>Ngôn ngữ của tài liệu</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Tháng này</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Tháng trước</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Quý này</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Quý trước</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Năm nay</translation>
    </message>
    <message>
        <source>From one day to another</source>
        <translation>Từ ngày đến ngày</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Lưu dạng PDF…</translation>
    </message>
    <message>
        <source>Save as spreadsheet…</source>
        <translation>Lưu dạng bảng tính…</translation>
    </message>
    <message>
        <source>Give the first and the last day of the period.</source>
        <translation>Hãy nhập ngày đầu kỳ và ngày cuối kỳ.</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>Ngày cuối kỳ trước ngày đầu kỳ.</translation>
    </message>
    <message>
        <source>The Convention is not on file in this desk.</source>
        <translation>Tệp dữ liệu này không có Công ước.</translation>
    </message>
    <message>
        <source>The period is being counted.</source>
        <translation>Đang tổng hợp số liệu của giai đoạn.</translation>
    </message>
    <message>
        <source>{what}, {first} to {last}</source>
        <translation>{what}, từ {first} đến {last}</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Bảng tính Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the return</source>
        <translation>Lưu báo cáo</translation>
    </message>
    <message>
        <source>Saved: {what}</source>
        <translation>Đã lưu: {what}</translation>
    </message>
</context>
<context>
    <name>RoadCard</name>
    <message>
        <source>If every dated promise of grade 4 or 5 is kept</source>
        <extracomment>Months of another treaty beyond which a comparison says nothing any more. A promise further away than this is counted in words, and not drawn.</extracomment>
        <translation>Nếu mọi cam kết có thời hạn ở mức 4 hoặc 5 được thực hiện</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>So sánh với</translation>
    </message>
    <message>
        <source>Show the numbers</source>
        <translation>Xem các con số</translation>
    </message>
    <message>
        <source>The numbers of the picture, month by month</source>
        <translation>Các con số của hình, theo từng tháng</translation>
    </message>
    <message>
        <source>no other treaty</source>
        <translation>không so sánh</translation>
    </message>
    <message>
        <source>Hide the numbers</source>
        <translation>Ẩn các con số</translation>
    </message>
    <message>
        <source>on deposit</source>
        <translation>đã nộp lưu chiểu</translation>
    </message>
    <message>
        <source>with dated promises</source>
        <translation>thêm các cam kết có thời hạn</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>{n} deposits</source>
        <translation>{n} văn kiện</translation>
    </message>
    <message numerus="yes">
        <source>Solid: %n State(s) on deposit.</source>
        <translation>
            <numerusform>Nét liền: %n quốc gia đã nộp lưu chiểu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dashed: with %n State(s) that promised with a date.</source>
        <translation>
            <numerusform>Nét đứt: thêm %n quốc gia cam kết có thời hạn.</numerusform>
        </translation>
    </message>
    <message>
        <source>No State has yet promised its deposit with a date and a confirmed grade 4 or 5.</source>
        <translation>Chưa có quốc gia nào cam kết nộp lưu chiểu có thời hạn ở mức 4 hoặc 5 đã được xác nhận.</translation>
    </message>
    <message>
        <source>Counts of words that were given, one for each State; not a forecast.</source>
        <translation>Đây là số lời cam kết đã nêu, mỗi quốc gia tính một lần; không phải dự báo.</translation>
    </message>
    <message>
        <source>Dotted: {treaty}, by months since its own opening.</source>
        <translation>Nét chấm: {treaty}, theo tháng kể từ ngày mở ký điều ước đó.</translation>
    </message>
    <message numerus="yes">
        <source>It reached {n} after %n month(s).</source>
        <translation>
            <numerusform>Đạt {n} văn kiện sau %n tháng.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The desk holds %n of its instruments of States</source>
        <translation>
            <numerusform>Hồ sơ ở đây có %n văn kiện của các quốc gia</numerusform>
        </translation>
    </message>
    <message>
        <source>{held}, as of {day}; later acts are not in the line</source>
        <translation>{held}, tính đến ngày {day}; hành vi về sau không có trong đường này</translation>
    </message>
    <message numerus="yes">
        <source>%n without a date of deposit are left out.</source>
        <translation>
            <numerusform>Không tính %n văn kiện không rõ ngày nộp lưu chiểu.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} on deposit</source>
        <translation>{n} văn kiện đã nộp lưu chiểu</translation>
    </message>
    <message>
        <source>{n} if dated promises are kept</source>
        <translation>{n} nếu các cam kết có thời hạn được thực hiện</translation>
    </message>
    <message>
        <source>{treaty} in its month {month}: {n}</source>
        <translation>{treaty} ở tháng thứ {month}: {n}</translation>
    </message>
    <message>
        <source>{month}: {numbers}</source>
        <translation>{month}: {numbers}</translation>
    </message>
</context>
<context>
    <name>SafekeepingPage</name>
    <message>
        <source>Locking</source>
        <extracomment>How wide the cards get, in heights of a line of text.</extracomment>
        <translation>Khóa màn hình dữ liệu</translation>
    </message>
    <message>
        <source>Lock when nobody types or points for</source>
        <translation>Khóa khi không có ai thao tác trong</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Khóa ngay</translation>
    </message>
    <message>
        <source>Keep the windows out of screenshots and shared screens</source>
        <translation>Không cho các cửa sổ xuất hiện trong ảnh chụp và màn hình chia sẻ</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Không bao giờ</translation>
    </message>
    <message>
        <source>The desk also locks with Ctrl+Shift+L, with the lock of the system, and when the computer sleeps.</source>
        <translation>Dữ liệu cũng được khóa bằng Ctrl+Shift+L, khi hệ thống khóa màn hình và khi máy ngủ.</translation>
    </message>
    <message>
        <source>A desk without a passphrase is only hidden: whoever sits here can open it again.</source>
        <translation>Dữ liệu không có cụm mật khẩu chỉ được che đi: ai ngồi ở đây cũng mở lại được.</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>{name} is there already.</source>
        <extracomment>Endings that say what is in a file; others, such as the &quot;.2&quot; of &quot;Brief v1.2&quot;, are part of its name.</extracomment>
        <translation>Đã có tệp {name}.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ghi đè</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search results</source>
        <extracomment>How long after a key the results follow, in milliseconds: two keys struck together ask once. How much of what was typed a sentence repeats.</extracomment>
        <translation>Kết quả tìm kiếm</translation>
    </message>
    <message>
        <source>Nothing found for “{words}”</source>
        <translation>Không tìm thấy “{words}”</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Language and look</source>
        <extracomment>How wide the cards get, in heights of a line of text: names and choices are short. The choice of somebody who is not on file yet.</extracomment>
        <translation>Ngôn ngữ và giao diện</translation>
    </message>
    <message>
        <source>Who uses this desk</source>
        <translation>Người sử dụng</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Màu sắc</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>Our mission</source>
        <translation>Cơ quan của ta</translation>
    </message>
    <message>
        <source>Who works here now</source>
        <translation>Ai đang dùng</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Your title</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Chữ nhỏ hơn</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Cỡ chữ mặc định</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Chữ lớn hơn</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Passphrases, backups and locking…</source>
        <translation>Cụm mật khẩu, sao lưu và khóa…</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Another person…</source>
        <translation>Người khác…</translation>
    </message>
    <message>
        <source>The desk file: {path}</source>
        <translation>Tệp dữ liệu: {path}</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Đã lưu.</translation>
    </message>
</context>
<context>
    <name>SheetStep</name>
    <message>
        <source>Old encoding</source>
        <extracomment>Rows that are shown: enough to know the sheet again. Headings stand among the first rows.</extracomment>
        <translation>Bảng mã cũ</translation>
    </message>
    <message>
        <source>First rows of the sheet</source>
        <translation>Các dòng đầu của trang tính</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>Tran&amp;g tính</translation>
    </message>
    <message>
        <source>&amp;Headings stand in row</source>
        <translation>&amp;Dòng tiêu đề cột</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n dòng</numerusform>
        </translation>
    </message>
    <message>
        <source>none: the columns have no headings</source>
        <translation>không có: các cột không có tiêu đề</translation>
    </message>
    <message>
        <source>A sheet with these headings was read here before: its columns are remembered.</source>
        <translation>Một trang có các tiêu đề cột này đã được đọc ở đây: ý nghĩa các cột được ghi nhớ.</translation>
    </message>
    <message>
        <source>The file was read as {encoding}.</source>
        <translation>Tệp được đọc theo bảng mã {encoding}.</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) with letters apart from their accents will be put together.</source>
        <translation>
            <numerusform>%n ô có chữ tách rời dấu sẽ được ghép lại.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) could not be read; their rows will be named.</source>
        <translation>
            <numerusform>%n ô không đọc được; các dòng đó sẽ được nêu rõ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Repair the column “{column}”, written in {encoding}</source>
        <translation>Sửa cột “{column}”, đang dùng bảng mã {encoding}</translation>
    </message>
    <message>
        <source>“{before}” will be “{after}”</source>
        <translation>“{before}” sẽ thành “{after}”</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Where, or event</source>
        <extracomment>The sheet has two columns when it is wider than this, in heights of a line of text.</extracomment>
        <translation>Địa điểm hoặc sự kiện</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>The news in one line</source>
        <translation>Điểm mới, gọn trong một dòng</translation>
    </message>
    <message>
        <source>What they undertook</source>
        <translation>Cam kết của bạn</translation>
    </message>
    <message>
        <source>+ Commitment</source>
        <translation>+ Cam kết</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Việc cần làm</translation>
    </message>
    <message>
        <source>+ Follow-up</source>
        <translation>+ Việc cần làm</translation>
    </message>
    <message>
        <source>Requests, ours and theirs</source>
        <translation>Đề nghị của ta và của bạn</translation>
    </message>
    <message>
        <source>+ Request</source>
        <translation>+ Đề nghị</translation>
    </message>
</context>
<context>
    <name>SlotEditor</name>
    <message>
        <source>From–to</source>
        <translation>Từ–đến</translation>
    </message>
    <message>
        <source>Country or organization</source>
        <translation>Nước hoặc tổ chức</translation>
    </message>
    <message>
        <source>Whom we meet</source>
        <translation>Gặp ai</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Save and add the next</source>
        <translation>Lưu và thêm cuộc tiếp theo</translation>
    </message>
    <message>
        <source>Leave  Esc</source>
        <translation>Thoát  Esc</translation>
    </message>
    <message>
        <source>Take off the programme</source>
        <translation>Bỏ khỏi chương trình</translation>
    </message>
    <message>
        <source>Clash: {what}</source>
        <translation>Trùng: {what}</translation>
    </message>
</context>
<context>
    <name>SlotNames</name>
    <message>
        <source>{who} is also wanted at {time}: {meeting}</source>
        <translation>{who} còn phải dự lúc {time}: {meeting}</translation>
    </message>
    <message>
        <source>{who} is also met at {time}: {meeting}</source>
        <translation>{who} còn được gặp lúc {time}: {meeting}</translation>
    </message>
    <message>
        <source>{place} is also taken at {time}: {meeting}</source>
        <translation>{place} còn được dùng lúc {time}: {meeting}</translation>
    </message>
</context>
<context>
    <name>SlotRow</name>
    <message>
        <source>Clash: {what}</source>
        <extracomment>Width of the hours and of a cell, in heights of a line of text. What a key on a slot asks for; a click or Enter opens it for editing.</extracomment>
        <translation>Trùng: {what}</translation>
    </message>
    <message>
        <source>Note-taker: {name}</source>
        <translation>Người ghi chép: {name}</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Bản tóm tắt</translation>
    </message>
    <message>
        <source>Meeting brief</source>
        <translation>Tài liệu cuộc gặp</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>Xem kết quả</translation>
    </message>
    <message>
        <source>File the result</source>
        <translation>Ghi kết quả</translation>
    </message>
    <message>
        <source>History and files…</source>
        <translation>Lịch sử và tệp…</translation>
    </message>
</context>
<context>
    <name>StatementPane</name>
    <message>
        <source>What they said of the Convention, in the language spoken</source>
        <extracomment>Milliseconds after the last key until what is written is on disk.</extracomment>
        <translation>Nội dung bạn nói về Công ước, bằng ngôn ngữ phát biểu</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Record a promise from this statement…</source>
        <translation>Ghi cam kết từ phát biểu này…</translation>
    </message>
    <message>
        <source>Another statement</source>
        <translation>Phát biểu khác</translation>
    </message>
    <message>
        <source>History and files…</source>
        <translation>Lịch sử và tệp…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>A statement is nobody&apos;s commitment until you record one from it.</source>
        <translation>Phát biểu chưa phải là cam kết của ai cho đến khi được ghi thành cam kết.</translation>
    </message>
    <message>
        <source>The chosen statement</source>
        <translation>Phát biểu đang chọn</translation>
    </message>
</context>
<context>
    <name>StatementPromiseForm</name>
    <message>
        <source>A promise in this statement</source>
        <translation>Cam kết trong phát biểu này</translation>
    </message>
</context>
<context>
    <name>StatementsStrip</name>
    <message>
        <source>Not confirmed by the depositary, and not counted</source>
        <translation>Cơ quan lưu chiểu chưa xác nhận, không tính</translation>
    </message>
    <message>
        <source>No source on file</source>
        <translation>Chưa có nguồn</translation>
    </message>
    <message>
        <source>it is a step at home, not a deposit</source>
        <translation>đây là bước trong nước, chưa phải nộp lưu chiểu</translation>
    </message>
    <message>
        <source>{kind}, not confirmed by the depositary: {text}</source>
        <translation>{kind}, cơ quan lưu chiểu chưa xác nhận: {text}</translation>
    </message>
    <message>
        <source>missing: {what}</source>
        <translation>còn thiếu: {what}</translation>
    </message>
</context>
<context>
    <name>StatesCard</name>
    <message>
        <source>Where every State stands</source>
        <extracomment>Stands after the code of a participant of which something is said that no depositary confirms.</extracomment>
        <translation>Tình trạng các nước</translation>
    </message>
    <message>
        <source>{mark} Reported, but not in the depositary&apos;s record: unverified, not counted.</source>
        <translation>{mark} Có tin nhưng chưa có trong hồ sơ cơ quan lưu chiểu: chưa kiểm chứng, không tính.</translation>
    </message>
    <message>
        <source>deposited</source>
        <translation>đã nộp</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>đã ký</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>cam kết</translation>
    </message>
    <message>
        <source>in contact</source>
        <translation>tiếp xúc</translation>
    </message>
    <message>
        <source>no contact</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>Observers, other States and the EU</source>
        <translation>Quan sát viên, quốc gia khác và EU</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n}/{all}</translation>
    </message>
    <message>
        <source>Promised: {act}, {by_when}</source>
        <translation>Cam kết: {act}, {by_when}</translation>
    </message>
    <message>
        <source>No contact yet</source>
        <translation>Chưa tiếp xúc</translation>
    </message>
    <message>
        <source>Last contact {when}</source>
        <translation>Tiếp xúc gần nhất {when}</translation>
    </message>
    <message>
        <source>Reported, unverified and not counted: {what}</source>
        <translation>Có tin, chưa kiểm chứng, không tính: {what}</translation>
    </message>
    <message>
        <source>{status} ({act})</source>
        <translation>{status} ({act})</translation>
    </message>
    <message>
        <source>{status}, {day}</source>
        <translation>{status}, {day}</translation>
    </message>
    <message>
        <source>{status}; source of {day}</source>
        <translation>{status}; nguồn {day}</translation>
    </message>
</context>
<context>
    <name>StatusImportDialog</name>
    <message>
        <source>Taken from the depositary&apos;s site on</source>
        <extracomment>A file larger than any status file; `read_status` refuses it with a sentence. The order in which lines are shown: what asks for a decision first.</extracomment>
        <translation>Ngày lấy từ trang của cơ quan lưu chiểu</translation>
    </message>
    <message>
        <source>This is the country</source>
        <translation>Chọn nước này</translation>
    </message>
    <message>
        <source>Tick all that may be taken</source>
        <translation>Chọn mọi dòng có thể nhập</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Trong tệp</translation>
    </message>
    <message>
        <source>On record</source>
        <translation>Trong hồ sơ</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Xử lý</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>Các dòng của tệp</translation>
    </message>
    <message>
        <source>Signatories</source>
        <translation>Đã ký</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>Thành viên</translation>
    </message>
    <message>
        <source>{what}: the file&apos;s header says {header}, its rows add up to {rows}. Look at each line.</source>
        <translation>{what}: phần đầu tệp ghi {header}, cộng các dòng được {rows}. Hãy xem từng dòng.</translation>
    </message>
    <message>
        <source>There are no participants in this file.</source>
        <translation>Tệp này không có danh sách thành viên.</translation>
    </message>
    <message>
        <source>This file is older than the record, which is of {day}.</source>
        <translation>Tệp này cũ hơn hồ sơ đang lưu ({day}).</translation>
    </message>
    <message>
        <source>Something on record is missing from this file. Check the day on which the file was taken, then tick what is truly gone.</source>
        <translation>Có nội dung trong hồ sơ không còn trong tệp này. Hãy kiểm tra ngày lấy tệp, rồi đánh dấu những gì thực sự không còn.</translation>
    </message>
    <message>
        <source>The file was damaged and has been repaired before reading.</source>
        <translation>Tệp có lỗi và đã được sửa trước khi đọc.</translation>
    </message>
    <message>
        <source>will be added</source>
        <translation>sẽ thêm</translation>
    </message>
    <message>
        <source>will be noted as a correction</source>
        <translation>sẽ ghi là đính chính</translation>
    </message>
    <message>
        <source>will be noted as withdrawn</source>
        <translation>sẽ ghi là đã rút</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>không cần xử lý</translation>
    </message>
    <message>
        <source>name not known: choose the country below</source>
        <translation>chưa rõ tên: hãy chọn quốc gia ở dưới</translation>
    </message>
    <message numerus="yes">
        <source>Take %n line(s) into the record</source>
        <translation>
            <numerusform>Nhập %n dòng vào hồ sơ</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the file: the record is confirmed</source>
        <translation>Lưu tệp: hồ sơ được xác nhận</translation>
    </message>
    <message>
        <source>Tick the lines to take</source>
        <translation>Đánh dấu các dòng cần nhận</translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) to decide on the overview.</source>
        <translation>
            <numerusform>Có %n cam kết cần quyết định ở trang tổng quan.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>Source</source>
        <extracomment>What an officer may name as the proof of a step; a sample is no proof, and the depositary notes no steps at home. Treaties on file may be older than the Charter.</extracomment>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>A step that is planned, or that this State does not know, moves nothing.</source>
        <translation>Bước mới dự kiến, hoặc nước này không có, không làm thay đổi giai đoạn.</translation>
    </message>
    <message>
        <source>Proven: a day and a source. It is a step at home, not a deposit.</source>
        <translation>Đã có căn cứ: có ngày và nguồn. Đây là bước trong nước, không phải nộp lưu chiểu.</translation>
    </message>
    <message>
        <source>Reported: what the press or others say stays marked as unverified.</source>
        <translation>Chỉ mới có tin: tin báo chí hoặc bên khác vẫn ghi là chưa kiểm chứng.</translation>
    </message>
    <message>
        <source>Unverified until it has a day and a source; it will be marked so.</source>
        <translation>Chưa kiểm chứng khi chưa có ngày và nguồn; sẽ được ghi rõ như vậy.</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>{words}, {place} of {count}</source>
        <translation>{words}, {place} trên {count}</translation>
    </message>
</context>
<context>
    <name>SupportDialog</name>
    <message>
        <source>Save a support bundle</source>
        <translation>Lưu gói hỗ trợ</translation>
    </message>
    <message>
        <source>What is in the bundle</source>
        <translation>Nội dung gói hỗ trợ</translation>
    </message>
    <message>
        <source>The bundle is collected…</source>
        <translation>Đang thu thập gói hỗ trợ…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Lưu…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>This is all that the file will hold: read it before you save it. There is no record in it, no name, and no path. Nothing is sent: you give the file to those who look after the program, or you do not.</source>
        <translation>Đây là toàn bộ nội dung của tệp: hãy đọc trước khi lưu. Tệp không có bản ghi, tên người hay đường dẫn nào. Chương trình không gửi đi đâu: anh/chị tự quyết định có đưa tệp cho người phụ trách chương trình hay không.</translation>
    </message>
    <message>
        <source>The support bundle is saved: {name}</source>
        <translation>Đã lưu gói hỗ trợ: {name}</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>It is no State secret: attach</source>
        <translation>Không thuộc bí mật nhà nước: đính kèm</translation>
    </message>
    <message>
        <source>Do not attach</source>
        <translation>Không đính kèm</translation>
    </message>
    <message>
        <source>Attached: {names}</source>
        <translation>Đã đính kèm: {names}</translation>
    </message>
    <message>
        <source>No file was attached.</source>
        <translation>Chưa đính kèm tệp nào.</translation>
    </message>
</context>
<context>
    <name>TaskActs</name>
    <message>
        <source>Done: {what}</source>
        <translation>Đã xong: {what}</translation>
    </message>
    <message>
        <source>Done: {what}. It comes again on {day}.</source>
        <translation>Đã xong: {what}. Việc này lặp lại vào ngày {day}.</translation>
    </message>
    <message>
        <source>Put off to {day}: {what}</source>
        <translation>Đã lùi hạn đến {day}: {what}</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Lùi hạn</translation>
    </message>
    <message>
        <source>Put off: {what}</source>
        <translation>Đã lùi hạn: {what}</translation>
    </message>
    <message>
        <source>That is closed already: {what}</source>
        <translation>Việc này đã kết thúc: {what}</translation>
    </message>
</context>
<context>
    <name>TextRow</name>
    <message>
        <source>Use the bank&apos;s</source>
        <translation>Dùng câu của ngân hàng thông điệp</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Use it again</source>
        <translation>Dùng lại</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Their question</source>
        <translation>Câu hỏi của bạn</translation>
    </message>
    <message>
        <source>{name}: their question</source>
        <translation>{name}: câu hỏi của bạn</translation>
    </message>
    <message>
        <source>Met when…</source>
        <translation>Đạt khi…</translation>
    </message>
    <message>
        <source>{name}: met when</source>
        <translation>{name}: đạt khi</translation>
    </message>
    <message>
        <source>{n} of {most} words: too long</source>
        <translation>{n}/{most} từ: quá dài</translation>
    </message>
    <message>
        <source>{n} of {most} words</source>
        <translation>{n}/{most} từ</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n từ</numerusform>
        </translation>
    </message>
    <message>
        <source>In the bank: {text}</source>
        <translation>Trong ngân hàng thông điệp: {text}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>không dùng</translation>
    </message>
</context>
<context>
    <name>TextsTab</name>
    <message>
        <source>These texts hold for</source>
        <extracomment>Where the bank has sentences; all other parts hold the drafter&apos;s own alone.</extracomment>
        <translation>Nội dung này dùng cho</translation>
    </message>
    <message>
        <source>What you write here holds for this document alone. The bank stays as it is.</source>
        <translation>Nội dung viết ở đây chỉ dùng cho tài liệu này. Ngân hàng thông điệp giữ nguyên.</translation>
    </message>
    <message>
        <source>The whole document</source>
        <translation>Toàn bộ tài liệu</translation>
    </message>
    <message>
        <source>This document says what stands in the contact. Change it there.</source>
        <translation>Tài liệu này nêu đúng nội dung đã ghi của cuộc tiếp xúc. Hãy sửa ở đó.</translation>
    </message>
    <message>
        <source>{n} of {most}</source>
        <translation>{n}/{most}</translation>
    </message>
    <message>
        <source>+ Your own</source>
        <translation>+ Tự soạn</translation>
    </message>
    <message>
        <source>Your own text: {part}</source>
        <translation>Nội dung tự soạn: {part}</translation>
    </message>
    <message>
        <source>Another sentence of the bank…</source>
        <translation>Câu khác trong ngân hàng thông điệp…</translation>
    </message>
    <message>
        <source>Another sentence of the bank: {part}</source>
        <translation>Câu khác trong ngân hàng thông điệp: {part}</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>Lời của bạn</translation>
    </message>
    <message>
        <source>Without one, the objective follows from the next legal step.</source>
        <translation>Nếu để trống, mục tiêu lấy theo bước pháp lý tiếp theo.</translation>
    </message>
    <message>
        <source>Without one, the purpose follows from where the State stands.</source>
        <translation>Nếu để trống, mục đích lấy theo tình trạng của nước đó.</translation>
    </message>
    <message>
        <source>Without one, the usual two stand there. Own side only.</source>
        <translation>Nếu để trống, dùng hai điều thường lệ. Chỉ dùng nội bộ phía ta.</translation>
    </message>
    <message>
        <source>Only if the press is there.</source>
        <translation>Chỉ khi có báo chí.</translation>
    </message>
    <message>
        <source>Without one, what they asked of us stands there.</source>
        <translation>Nếu để trống, ghi điều bạn đã đề nghị với ta.</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Chưa có nội dung.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Nothing is on file about this country yet. Ctrl+L logs the first contact.</source>
        <extracomment>How many entries are shown at first and added at a time.</extracomment>
        <translation>Chưa có thông tin về nước này. Nhấn Ctrl+L để ghi cuộc tiếp xúc đầu tiên.</translation>
    </message>
    <message numerus="yes">
        <source>Show earlier entries (%n left)</source>
        <translation>
            <numerusform>Xem các mục trước (còn %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>no date</source>
        <translation>không có ngày</translation>
    </message>
    <message>
        <source>They asked: {what}</source>
        <translation>Bạn hỏi: {what}</translation>
    </message>
    <message>
        <source>Statement in a plenary</source>
        <translation>Phát biểu tại phiên toàn thể</translation>
    </message>
    <message>
        <source>at {event}</source>
        <translation>tại {event}</translation>
    </message>
    <message numerus="yes">
        <source>with %n other country(ies)</source>
        <translation>
            <numerusform>cùng %n nước khác</numerusform>
        </translation>
    </message>
    <message>
        <source>follow-up, {state}: {what}</source>
        <translation>việc cần làm, {state}: {what}</translation>
    </message>
    <message>
        <source>follow-up: {what}</source>
        <translation>việc cần làm: {what}</translation>
    </message>
    <message>
        <source>follow-up, due {day}: {what}</source>
        <translation>việc cần làm, hạn {day}: {what}</translation>
    </message>
    <message>
        <source>Reported: {act}</source>
        <translation>Theo tin: {act}</translation>
    </message>
    <message>
        <source>Missing: {what}</source>
        <translation>Còn thiếu: {what}</translation>
    </message>
    <message>
        <source>treaty record</source>
        <translation>hồ sơ điều ước</translation>
    </message>
    <message>
        <source>step at home</source>
        <translation>bước trong nước</translation>
    </message>
    <message>
        <source>commitment</source>
        <translation>cam kết</translation>
    </message>
    <message>
        <source>Host or co-host</source>
        <translation>Chủ trì hoặc đồng chủ trì</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) logged there</source>
        <translation>
            <numerusform>%n cuộc tiếp xúc tại đây</numerusform>
        </translation>
    </message>
    <message>
        <source>No source on file</source>
        <translation>Chưa có nguồn</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The places of the desk</source>
        <extracomment>How long the window is let settle before the card is put beside its place, in milliseconds.</extracomment>
        <translation>Các trang chính</translation>
    </message>
    <message>
        <source>Each place has its page; Ctrl and a number lead there. Its count is what is on file or open.</source>
        <translation>Mỗi mục là một trang; Ctrl và một số dẫn đến đó. Số bên cạnh là số đã ghi hoặc số còn phải theo dõi.</translation>
    </message>
    <message>
        <source>Log a talk</source>
        <translation>Ghi một cuộc tiếp xúc</translation>
    </message>
    <message>
        <source>Ctrl+L opens the form from anywhere. Only a date and a country are needed; drafts are kept.</source>
        <translation>Ctrl+L mở biểu mẫu từ mọi trang. Chỉ cần ngày và một nước; bản nháp được giữ lại.</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Tìm mọi thứ</translation>
    </message>
    <message>
        <source>Ctrl+K finds countries, people, notes, promises and commands. Accents may be left out.</source>
        <translation>Ctrl+K tìm quốc gia, đầu mối, ghi chú, cam kết và lệnh. Có thể bỏ dấu.</translation>
    </message>
    <message>
        <source>Where the Convention stands</source>
        <translation>Tình hình Công ước</translation>
    </message>
    <message>
        <source>Only what the depositary has recorded is counted. Each figure opens the list behind it.</source>
        <translation>Chỉ tính những gì cơ quan lưu chiểu đã ghi. Mỗi con số mở danh sách của con số đó.</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>Việc đến hạn</translation>
    </message>
    <message>
        <source>Tasks, requests and silent countries, each with its reason. Space or Ctrl+T ticks off.</source>
        <translation>Việc cần làm, đề nghị và nước lâu chưa tiếp xúc, kèm lý do. Phím cách hoặc Ctrl+T để ghi là xong.</translation>
    </message>
    <message>
        <source>The page for the next meeting</source>
        <translation>Tài liệu cho cuộc gặp tới</translation>
    </message>
    <message>
        <source>Ctrl+P on a country makes its brief: preview, print, or save as PDF.</source>
        <translation>Ctrl+P ở trang một nước tạo tài liệu về nước đó: xem trước, in hoặc lưu thành PDF.</translation>
    </message>
    <message>
        <source>Files in and out</source>
        <translation>Nhập và xuất tệp</translation>
    </message>
    <message>
        <source>This menu takes in the depositary&apos;s status file and your own workbook. One undo takes it back.</source>
        <translation>Trình đơn này nhập tệp tình trạng của cơ quan lưu chiểu và bảng tính của bạn. Một lần hoàn tác bỏ toàn bộ.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>F1 opens the help for the page you are on, Ctrl+F1 the map of keys. The tour is here too.</source>
        <translation>F1 mở trợ giúp về trang đang xem, Ctrl+F1 mở bảng phím tắt. Mục đi một vòng cũng ở đây.</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n}/{all}</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Tiếp</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Xong</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Quay lại</translation>
    </message>
    <message>
        <source>&amp;Skip the tour</source>
        <translation>&amp;Bỏ qua</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Đi một vòng</translation>
    </message>
</context>
<context>
    <name>TrashLine</name>
    <message>
        <source>The chosen deletion</source>
        <translation>Lần xóa đang chọn</translation>
    </message>
    <message>
        <source>{how}: {at}, {who}</source>
        <translation>{how}: {at}, {who}</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n mục khác</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deletion(s) chosen</source>
        <translation>
            <numerusform>Đang chọn %n lần xóa</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation>Khôi phục tất cả</translation>
    </message>
    <message>
        <source>Restore only this</source>
        <translation>Chỉ khôi phục mục này</translation>
    </message>
    <message>
        <source>Restore only this: {what}</source>
        <translation>Chỉ khôi phục mục này: {what}</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>Filter: words, kind, who deleted it…</source>
        <extracomment>Milliseconds after the last letter before the list is read again. Records of one save that are read to name it, and saves that are looked through at once for a word. Names in the question whether more is to be brought back.</extracomment>
        <translation>Lọc: nội dung, loại, người xóa…</translation>
    </message>
    <message>
        <source>What was deleted</source>
        <translation>Nội dung đã xóa</translation>
    </message>
    <message>
        <source>Listed for {n} days. After that it stays in the desk&apos;s log of changes: nothing is destroyed.</source>
        <translation>Hiển thị trong {n} ngày. Sau đó vẫn được giữ trong nhật ký thay đổi: không có gì bị hủy.</translation>
    </message>
    <message>
        <source>{names} and {n} more</source>
        <translation>{names} và {n} mục khác</translation>
    </message>
    <message>
        <source>This hangs on what is deleted too: {names}. Restore that as well?</source>
        <translation>Bản ghi này gắn với nội dung cũng đã bị xóa: {names}. Khôi phục cả nội dung đó?</translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation>Khôi phục tất cả</translation>
    </message>
    <message>
        <source>{what} and {n} more</source>
        <translation>{what} và {n} mục khác</translation>
    </message>
    <message>
        <source>Restored: {what}</source>
        <translation>Đã khôi phục: {what}</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Xóa lúc</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Deleted by</source>
        <translation>Người xóa</translation>
    </message>
    <message>
        <source>Listed until</source>
        <translation>Hiển thị đến</translation>
    </message>
    <message>
        <source>{kind}, with {parts}</source>
        <translation>{kind}, kèm {parts}</translation>
    </message>
    <message>
        <source>no name given</source>
        <translation>chưa ghi tên</translation>
    </message>
    <message numerus="yes">
        <source>%n deletion(s)</source>
        <translation>
            <numerusform>%n lần xóa</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here matches the filter.</source>
        <translation>Không có mục nào khớp với bộ lọc.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Bỏ lọc</translation>
    </message>
    <message>
        <source>Nothing was deleted in the last {n} days.</source>
        <translation>Không có gì bị xóa trong {n} ngày qua.</translation>
    </message>
</context>
<context>
    <name>TreatyPage</name>
    <message>
        <source>Import status file…</source>
        <extracomment>The width in heights of a line of text from which the fields at the top stand beside each other.</extracomment>
        <translation>Nhập tệp tình trạng…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>History and files of the State&apos;s acts… (Ctrl+H)</source>
        <translation>Lịch sử và tệp về hành vi của nước này… (Ctrl+H)</translation>
    </message>
    <message>
        <source>Filter: country</source>
        <translation>Lọc: nước</translation>
    </message>
    <message>
        <source>Treaty</source>
        <translation>Điều ước</translation>
    </message>
    <message>
        <source>Record or statements</source>
        <translation>Hồ sơ hoặc tin khác</translation>
    </message>
    <message>
        <source>The depositary&apos;s record</source>
        <translation>Hồ sơ của cơ quan lưu chiểu</translation>
    </message>
    <message>
        <source>Said by others, not confirmed by the depositary</source>
        <translation>Nguồn khác nêu, cơ quan lưu chiểu chưa xác nhận</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Quốc gia, tổ chức</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Ký</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Văn kiện</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Có hiệu lực</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Tính đến</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Kiểm chứng</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Còn thiếu</translation>
    </message>
    <message>
        <source>Signatories: {total} ({states} States)</source>
        <translation>Đã ký: {total} ({states} quốc gia)</translation>
    </message>
    <message>
        <source>Instruments: {total} ({states} States)</source>
        <translation>Văn kiện: {total} ({states} quốc gia)</translation>
    </message>
    <message>
        <source>{left} more needed of {threshold}</source>
        <translation>còn thiếu {left} trên {threshold}</translation>
    </message>
    <message>
        <source>In force from {day}</source>
        <translation>Có hiệu lực từ {day}</translation>
    </message>
    <message>
        <source>Record as of {day}</source>
        <translation>Hồ sơ tính đến {day}</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Said by others, not confirmed: never counted</source>
        <translation>Không tính: tin chưa xác nhận</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>A step at home is no deposit</source>
        <translation>Bước trong nước chưa phải nộp lưu chiểu</translation>
    </message>
    <message>
        <source>Choose a State first.</source>
        <translation>Hãy chọn một nước trước.</translation>
    </message>
    <message>
        <source>Nothing is held of it under this treaty.</source>
        <translation>Chưa có hành vi nào của nước này theo điều ước này.</translation>
    </message>
    <message>
        <source>Status file of the UN Treaty Collection</source>
        <translation>Tệp tình trạng của trang Điều ước Liên hợp quốc</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>&amp;Show what I type</source>
        <extracomment>After so many wrong passphrases each further try waits, one second at first and then twice as long, up to a minute.</extracomment>
        <translation>&amp;Hiện nội dung đang gõ</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>Open another desk…</source>
        <translation>Mở tệp dữ liệu khác…</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>Cụm &amp;mật khẩu</translation>
    </message>
    <message>
        <source>The desk is locked. What you were writing is kept.</source>
        <translation>Dữ liệu đang khóa. Những gì anh/chị đang viết đã được giữ lại.</translation>
    </message>
    <message>
        <source>The desk is hidden. It has no passphrase: whoever sits here can open it.</source>
        <translation>Dữ liệu đang được che. Không có cụm mật khẩu: ai ngồi ở đây cũng mở được.</translation>
    </message>
    <message>
        <source>The passphrase is tried…</source>
        <translation>Đang thử cụm mật khẩu…</translation>
    </message>
</context>
<context>
    <name>WorkbookImportDialog</name>
    <message>
        <source>Workbooks ({endings})</source>
        <translation>Bảng tính ({endings})</translation>
    </message>
    <message>
        <source>Import workbook</source>
        <translation>Nhập bảng tính</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Quay lại</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Tiếp</translation>
    </message>
    <message>
        <source>Import: {file}</source>
        <translation>Nhập: {file}</translation>
    </message>
    <message>
        <source>The file was changed since you decided how it is read: look at it again.</source>
        <translation>Tệp đã thay đổi sau khi anh/chị chọn cách đọc: hãy xem lại.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the workbook are in the desk.</source>
        <translation>
            <numerusform>Đã nhập %n dòng của bảng tính.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} - rows not imported</source>
        <translation>{file} - dòng chưa nhập</translation>
    </message>
    <message>
        <source>Save the rows not imported</source>
        <translation>Lưu các dòng chưa nhập</translation>
    </message>
    <message>
        <source>The rows not imported are in {file}.</source>
        <translation>Các dòng chưa nhập nằm trong {file}.</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Đang đọc {file}</translation>
    </message>
    <message>
        <source>1 of 4: Which sheet?</source>
        <translation>1/4: Trang tính nào?</translation>
    </message>
    <message>
        <source>Choose the sheet, and the row in which the headings stand.</source>
        <translation>Chọn trang tính và dòng tiêu đề cột.</translation>
    </message>
    <message>
        <source>2 of 4: What do the columns hold?</source>
        <translation>2/4: Mỗi cột chứa gì?</translation>
    </message>
    <message>
        <source>This is asked once: it is remembered for sheets with the same headings.</source>
        <translation>Chỉ hỏi một lần: chương trình ghi nhớ cho các trang có cùng tiêu đề cột.</translation>
    </message>
    <message>
        <source>3 of 4: What only you can decide</source>
        <translation>3/4: Những điều anh/chị cần quyết định</translation>
    </message>
    <message>
        <source>What you leave open keeps its rows out; they can be imported later.</source>
        <translation>Dòng nào chưa quyết định thì chưa nhập; có thể nhập sau.</translation>
    </message>
    <message>
        <source>4 of 4: What would be imported</source>
        <translation>4/4: Những gì sẽ được nhập</translation>
    </message>
    <message>
        <source>Nothing is written yet. One undo takes the whole import back.</source>
        <translation>Chưa ghi gì. Một lần hoàn tác sẽ bỏ toàn bộ lần nhập.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n row(s)</source>
        <translation>
            <numerusform>&amp;Nhập %n dòng</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Chưa có gì thay đổi.</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Overview</source>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>Outreach</source>
        <translation>Tiếp xúc</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Cam kết</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Việc cần làm</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Đề nghị</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>Ngày của tôi</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Đầu mối</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Cơ quan, tổ chức</translation>
    </message>
    <message>
        <source>Our missions</source>
        <translation>Cơ quan đại diện của ta</translation>
    </message>
    <message>
        <source>Our officers</source>
        <translation>Cán bộ của ta</translation>
    </message>
    <message>
        <source>Who looks after whom</source>
        <translation>Phân công phụ trách</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Chương trình</translation>
    </message>
    <message>
        <source>Plenary</source>
        <translation>Phiên toàn thể</translation>
    </message>
    <message>
        <source>Briefing packs</source>
        <translation>Bộ tài liệu</translation>
    </message>
    <message>
        <source>Treaty record</source>
        <translation>Hồ sơ điều ước</translation>
    </message>
    <message>
        <source>Message bank</source>
        <translation>Ngân hàng thông điệp</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Safekeeping</source>
        <translation>An toàn dữ liệu</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Thùng rác</translation>
    </message>
    <message>
        <source>&amp;Desk</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Sửa</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>Chuyển đế&amp;n</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Hiển thị</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Trợ &amp;giúp</translation>
    </message>
    <message>
        <source>&amp;Log outreach…</source>
        <translation>&amp;Ghi tiếp xúc…</translation>
    </message>
    <message>
        <source>&amp;Print brief…</source>
        <translation>&amp;In tài liệu…</translation>
    </message>
    <message>
        <source>&amp;Import status file…</source>
        <translation>&amp;Nhập tệp tình trạng…</translation>
    </message>
    <message>
        <source>Import &amp;workbook…</source>
        <translation>Nhập &amp;bảng tính…</translation>
    </message>
    <message>
        <source>Save &amp;calendar file…</source>
        <translation>Lưu tệp &amp;lịch…</translation>
    </message>
    <message>
        <source>&amp;New desk…</source>
        <translation>&amp;Tạo tệp dữ liệu mới…</translation>
    </message>
    <message>
        <source>&amp;Open desk…</source>
        <translation>&amp;Mở tệp dữ liệu…</translation>
    </message>
    <message>
        <source>&amp;Back up now…</source>
        <translation>&amp;Sao lưu ngay…</translation>
    </message>
    <message>
        <source>Loc&amp;k now</source>
        <translation>&amp;Khóa ngay</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>T&amp;hoát</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>&amp;Done, or answered</source>
        <translation>Đã &amp;xong, hoặc đã trả lời</translation>
    </message>
    <message>
        <source>Put &amp;off…</source>
        <translation>Để &amp;muộn hơn…</translation>
    </message>
    <message>
        <source>&amp;Search or go to…</source>
        <translation>&amp;Tìm hoặc chuyển đến…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Quay lại</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>Đ&amp;i tiếp</translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation>Thẻ tiếp th&amp;eo</translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation>Thẻ t&amp;rước</translation>
    </message>
    <message>
        <source>Colours as the &amp;system</source>
        <translation>Màu theo &amp;hệ thống</translation>
    </message>
    <message>
        <source>L&amp;ight colours</source>
        <translation>Màu &amp;sáng</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>Màu &amp;tối</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Chữ &amp;lớn hơn</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Chữ &amp;nhỏ hơn</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>Cỡ chữ &amp;mặc định</translation>
    </message>
    <message>
        <source>&amp;Help for this page</source>
        <translation>Trợ giúp về tr&amp;ang này</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Phím tắt</translation>
    </message>
    <message>
        <source>&amp;Tour in five minutes</source>
        <translation>Đi một &amp;vòng năm phút</translation>
    </message>
    <message>
        <source>Save a &amp;support bundle…</source>
        <translation>Lưu gói &amp;hỗ trợ…</translation>
    </message>
    <message>
        <source>&amp;About Hanoi Desk</source>
        <translation>&amp;Giới thiệu Hanoi Desk</translation>
    </message>
    <message>
        <source>In every list</source>
        <extracomment>What stands before the keys of lists and of forms in the map of keys; the keys of a page stand under its name.</extracomment>
        <translation>Trong mọi danh sách</translation>
    </message>
    <message>
        <source>In every form</source>
        <translation>Trong mọi biểu mẫu</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <extracomment>Every key that is not an action of the menus: whoever gives a page a key adds it here.</extracomment>
        <translation>Lọc danh sách</translation>
    </message>
    <message>
        <source>Choose the record above or below</source>
        <translation>Chọn bản ghi trên hoặc dưới</translation>
    </message>
    <message>
        <source>Read the chosen record</source>
        <translation>Xem bản ghi đã chọn</translation>
    </message>
    <message>
        <source>Begin a new record</source>
        <translation>Thêm bản ghi mới</translation>
    </message>
    <message>
        <source>Edit the chosen record</source>
        <translation>Sửa bản ghi đã chọn</translation>
    </message>
    <message>
        <source>Delete the chosen record</source>
        <translation>Xóa bản ghi đã chọn</translation>
    </message>
    <message>
        <source>Open the saved filters</source>
        <translation>Mở các bộ lọc đã lưu</translation>
    </message>
    <message>
        <source>Save the filter</source>
        <translation>Lưu bộ lọc</translation>
    </message>
    <message>
        <source>Choose the columns</source>
        <translation>Chọn cột</translation>
    </message>
    <message>
        <source>Export the list as shown</source>
        <translation>Xuất danh sách như đang hiển thị</translation>
    </message>
    <message>
        <source>Attach files to the chosen record</source>
        <translation>Đính kèm tệp vào bản ghi đang chọn</translation>
    </message>
    <message>
        <source>Go to the history of the chosen record</source>
        <translation>Đến lịch sử của bản ghi đang chọn</translation>
    </message>
    <message>
        <source>Back, or close what is open</source>
        <translation>Quay lại, hoặc đóng phần đang mở</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Add a commitment</source>
        <translation>Thêm cam kết</translation>
    </message>
    <message>
        <source>Add a follow-up</source>
        <translation>Thêm việc cần làm</translation>
    </message>
    <message>
        <source>Add a request</source>
        <translation>Thêm đề nghị</translation>
    </message>
    <message>
        <source>What the next country said, or the one before</source>
        <translation>Đến ý kiến của nước tiếp theo hoặc nước trước</translation>
    </message>
    <message>
        <source>Add all that attended the event</source>
        <translation>Thêm tất cả đoàn có mặt tại sự kiện</translation>
    </message>
    <message>
        <source>Put the form away</source>
        <translation>Đóng biểu mẫu</translation>
    </message>
    <message>
        <source>Close the promise of the row as kept</source>
        <translation>Kết thúc cam kết ở dòng: đã thực hiện</translation>
    </message>
    <message>
        <source>Give the promise of the row a new date</source>
        <translation>Ghi thời hạn mới cho cam kết ở dòng</translation>
    </message>
    <message>
        <source>Close the promise of the row as lapsed</source>
        <translation>Kết thúc cam kết ở dòng: không còn giá trị</translation>
    </message>
    <message>
        <source>Turn the promise of the row into one to accede</source>
        <translation>Chuyển cam kết ở dòng thành cam kết gia nhập</translation>
    </message>
    <message>
        <source>Close the chosen promise as kept</source>
        <translation>Kết thúc cam kết đang chọn: đã thực hiện</translation>
    </message>
    <message>
        <source>Give the chosen promise a new date</source>
        <translation>Ghi thời hạn mới cho cam kết đang chọn</translation>
    </message>
    <message>
        <source>Close the chosen promise as lapsed</source>
        <translation>Kết thúc cam kết đang chọn: không còn giá trị</translation>
    </message>
    <message>
        <source>Turn the chosen promise into one to accede</source>
        <translation>Chuyển cam kết đang chọn thành cam kết gia nhập</translation>
    </message>
    <message>
        <source>Open what the chosen promise rests on</source>
        <translation>Mở căn cứ của cam kết đang chọn</translation>
    </message>
    <message>
        <source>Choose a step at home on the ladder</source>
        <translation>Chọn bước trong nước trên thang</translation>
    </message>
    <message>
        <source>Note the chosen step at home</source>
        <translation>Ghi bước trong nước đang chọn</translation>
    </message>
    <message>
        <source>Attach files to the country</source>
        <translation>Đính kèm tệp vào quốc gia</translation>
    </message>
    <message>
        <source>Show the history of the country</source>
        <translation>Xem lịch sử của quốc gia</translation>
    </message>
    <message>
        <source>Compare two records and make them one</source>
        <translation>So sánh hai bản ghi và gộp làm một</translation>
    </message>
    <message>
        <source>Erase the chosen person for good</source>
        <translation>Xóa hẳn đầu mối đang chọn</translation>
    </message>
    <message>
        <source>Go to the cell beside it</source>
        <translation>Chuyển sang ô bên cạnh</translation>
    </message>
    <message>
        <source>Fill in the cell; a letter does so too</source>
        <translation>Điền vào ô; gõ chữ cũng được</translation>
    </message>
    <message>
        <source>Keep it and fill in the next cell</source>
        <translation>Giữ lại và điền ô kế tiếp</translation>
    </message>
    <message>
        <source>Empty the cell from that day on</source>
        <translation>Xóa trống ô từ ngày đó</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Đã trả lời</translation>
    </message>
    <message>
        <source>Done, or answered</source>
        <translation>Đã xong, hoặc đã trả lời</translation>
    </message>
    <message>
        <source>Edit the slot</source>
        <translation>Sửa cuộc gặp</translation>
    </message>
    <message>
        <source>New slot</source>
        <translation>Thêm cuộc gặp</translation>
    </message>
    <message>
        <source>Keep the slot and write the next</source>
        <translation>Lưu và ghi cuộc tiếp theo</translation>
    </message>
    <message>
        <source>Brief of the country</source>
        <translation>Tài liệu về nước đó</translation>
    </message>
    <message>
        <source>Brief for the meeting</source>
        <translation>Tài liệu cho cuộc gặp</translation>
    </message>
    <message>
        <source>File the result, or see it</source>
        <translation>Ghi hoặc xem kết quả</translation>
    </message>
    <message>
        <source>Confirm the meeting</source>
        <translation>Xác nhận cuộc gặp</translation>
    </message>
    <message>
        <source>Cancel the meeting</source>
        <translation>Hủy cuộc gặp</translation>
    </message>
    <message>
        <source>Take the slot off the programme</source>
        <translation>Bỏ cuộc gặp khỏi chương trình</translation>
    </message>
    <message>
        <source>History and files of the slot</source>
        <translation>Lịch sử và tệp của cuộc gặp</translation>
    </message>
    <message>
        <source>It spoke of the Convention</source>
        <translation>Đoàn có nêu Công ước</translation>
    </message>
    <message>
        <source>It did not speak of it</source>
        <translation>Đoàn không nêu</translation>
    </message>
    <message>
        <source>Spoke, did not speak, not heard: in turn</source>
        <translation>Lần lượt: có nêu, không nêu, chưa nghe</translation>
    </message>
    <message>
        <source>Write the note; any text does so too</source>
        <translation>Ghi chú; gõ chữ cũng được</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Lưu ghi chú</translation>
    </message>
    <message>
        <source>Take the statement out</source>
        <translation>Bỏ phát biểu</translation>
    </message>
    <message>
        <source>History and files of the statement</source>
        <translation>Lịch sử và tệp của phát biểu</translation>
    </message>
    <message>
        <source>Save the document on the desk</source>
        <translation>Lưu tài liệu trong tệp dữ liệu</translation>
    </message>
    <message>
        <source>Save the document as PDF</source>
        <translation>Lưu tài liệu thành PDF</translation>
    </message>
    <message>
        <source>Tick a paper of the contents</source>
        <translation>Chọn một tài liệu trong nội dung</translation>
    </message>
    <message>
        <source>Move a paper, or a text of your own</source>
        <translation>Di chuyển tài liệu hoặc nội dung tự soạn</translation>
    </message>
    <message>
        <source>Larger pages, smaller pages</source>
        <translation>Phóng to, thu nhỏ trang</translation>
    </message>
    <message>
        <source>Pages as wide as there is room</source>
        <translation>Trang rộng vừa khung</translation>
    </message>
    <message>
        <source>Note that the chosen row was checked</source>
        <translation>Ghi nhận đã kiểm chứng dòng đang chọn</translation>
    </message>
    <message>
        <source>Open the list behind a number</source>
        <translation>Mở danh sách của một con số</translation>
    </message>
    <message>
        <source>Save the return as PDF</source>
        <translation>Lưu báo cáo dạng PDF</translation>
    </message>
    <message>
        <source>Save the return as spreadsheet</source>
        <translation>Lưu báo cáo dạng bảng tính</translation>
    </message>
    <message>
        <source>Filter what was deleted</source>
        <translation>Lọc nội dung đã xóa</translation>
    </message>
    <message>
        <source>Choose several deletions</source>
        <translation>Chọn nhiều lần xóa</translation>
    </message>
    <message>
        <source>Restore what is chosen</source>
        <translation>Khôi phục các mục đang chọn</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>The backup is restored.</source>
        <translation>Đã khôi phục từ bản sao lưu.</translation>
    </message>
    <message>
        <source>What it replaced is kept: {path}</source>
        <translation>Tệp bị thay thế được giữ lại: {path}</translation>
    </message>
    <message>
        <source>The backup is checked and restored…</source>
        <translation>Đang kiểm tra và khôi phục bản sao lưu…</translation>
    </message>
</context>
<context>
    <name>coverage</name>
    <message>
        <source>{first} and {second} would have one role on the same days. End the one before the other begins.</source>
        <translation>{first} và {second} sẽ cùng đảm nhiệm một vai trò trong cùng thời gian. Hãy kết thúc phân công trước khi phân công kia bắt đầu.</translation>
    </message>
</context>
<context>
    <name>cut_short</name>
    <message>
        <source>The code for the custodian&apos;s paper was not confirmed: it opens nothing.</source>
        <extracomment>The name under which it lies among the drafts of the desk. What did not come about, and what to do.</extracomment>
        <translation>Mã trên giấy dự phòng cho người giữ két chưa được xác nhận nên không mở được gì.</translation>
    </message>
    <message>
        <source>Destroy the paper on which it stands, if there is one, and make a new one. An earlier paper still opens the desk.</source>
        <translation>Nếu đã in giấy có mã đó, hãy hủy và làm giấy mới. Giấy cũ vẫn mở được dữ liệu.</translation>
    </message>
    <message>
        <source>Your passphrase was not changed: the one in force until now stays.</source>
        <translation>Cụm mật khẩu chưa được đổi: cụm đang dùng vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Words that you wrote down for the new one open nothing. Begin again.</source>
        <translation>Các từ đã ghi cho cụm mới không mở được gì. Hãy làm lại từ đầu.</translation>
    </message>
    <message>
        <source>The colleague was not added: their passphrase does not open the desk yet.</source>
        <translation>Chưa thêm được đồng nghiệp: cụm mật khẩu của người đó chưa mở được dữ liệu.</translation>
    </message>
    <message>
        <source>Add them again, under Safekeeping.</source>
        <translation>Hãy thêm lại ở trang An toàn dữ liệu.</translation>
    </message>
    <message>
        <source>The desk was not encrypted: it still opens without a passphrase.</source>
        <translation>Dữ liệu chưa được mã hóa: vẫn mở được không cần cụm mật khẩu.</translation>
    </message>
    <message>
        <source>Words that you wrote down for it open nothing. Begin again.</source>
        <translation>Các từ đã ghi lại không mở được gì. Hãy làm lại từ đầu.</translation>
    </message>
    <message>
        <source>Make a new paper</source>
        <translation>Làm giấy mới</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Về sau</translation>
    </message>
</context>
<context>
    <name>drafts</name>
    <message>
        <source>What you were writing is kept as a draft: Ctrl+L brings it back.</source>
        <extracomment>Sentences by the name under which a draft lies in the desk; the small forms ask instead, see `form_drafts`.</extracomment>
        <translation>Nội dung đang viết được giữ thành bản nháp: bấm Ctrl+L để viết tiếp.</translation>
    </message>
    <message>
        <source>A document that you put together is not saved yet: it is under Briefing packs.</source>
        <translation>Một tài liệu đang soạn chưa được lưu: tài liệu đó nằm ở mục Bộ tài liệu.</translation>
    </message>
    <message>
        <source>A slot of a programme is not saved yet: the programme of its event offers it.</source>
        <translation>Một mục của chương trình chưa được lưu: trang chương trình của sự kiện đó sẽ đề nghị viết tiếp.</translation>
    </message>
    <message>
        <source>A note of a plenary is not saved yet: the plenary of its event offers it.</source>
        <translation>Một ghi chép tại phiên toàn thể chưa được lưu: trang phiên toàn thể của sự kiện đó sẽ đề nghị viết tiếp.</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>All files of this desk: {n}, {size}; the desk file: {whole}.</source>
        <translation>Tổng số tệp: {n}, {size}; tệp dữ liệu: {whole}.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>packs</name>
    <message>
        <source>No font of the program has these letters, so they are spelled out: {detail}</source>
        <translation>Không phông chữ nào của chương trình có các chữ này nên chúng được ghi bằng tên: {detail}</translation>
    </message>
    <message>
        <source>A text was longer than its place and is cut there: {detail}</source>
        <translation>Có nội dung dài hơn khung và bị cắt ở đó: {detail}</translation>
    </message>
    <message>
        <source>Longer than practice allows: {detail}</source>
        <translation>Dài hơn mức cho phép: {detail}</translation>
    </message>
    <message>
        <source>A file was left out: {detail}</source>
        <translation>Một tệp không được đưa vào: {detail}</translation>
    </message>
    <message>
        <source>Written for this document, but it stands nowhere in it, for it does not fit or has no room: {detail}</source>
        <translation>Đã soạn cho tài liệu này nhưng không được đưa vào, do không phù hợp hoặc không đủ chỗ: {detail}</translation>
    </message>
    <message>
        <source>A line that names Viet Nam does not stand on a non-paper. Put it otherwise: {detail}</source>
        <translation>Dòng có nêu Việt Nam không được đưa vào tài liệu không chính thức. Hãy diễn đạt cách khác: {detail}</translation>
    </message>
    <message>
        <source>The page is full. Left out: {detail}</source>
        <translation>Trang đã đầy. Không đưa vào: {detail}</translation>
    </message>
</context>
<context>
    <name>spans</name>
    <message>
        <source>since {day}</source>
        <translation>từ ngày {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>đến ngày {day}</translation>
    </message>
</context>
<context>
    <name>synced</name>
    <message>
        <source>Another program copies the folder of this desk to other computers. That can damage the desk, and takes it out of your hands: close it, and move it to a folder that stays on this computer, with the .keys file beside it if there is one.</source>
        <translation>Một chương trình khác đang sao chép thư mục chứa dữ liệu này sang máy khác. Việc đó có thể làm hỏng dữ liệu và đưa dữ liệu ra ngoài tầm kiểm soát: hãy đóng tệp, rồi chuyển tệp, cùng tệp .keys bên cạnh nếu có, sang thư mục chỉ nằm trên máy này.</translation>
    </message>
</context>
<context>
    <name>upkeep</name>
    <message>
        <source>The clock of this computer shows {today}, which is before {day}. Set it right: what is due, and the days to the last signature, are counted from it.</source>
        <extracomment>The folder of which it was said that another program copies it. How long after it is shown a window is painted, in milliseconds.</extracomment>
        <translation>Đồng hồ của máy đang là {today}, trước ngày {day}. Hãy chỉnh lại: việc đến hạn và số ngày còn lại để ký được tính theo đồng hồ này.</translation>
    </message>
</context>
</TS>
