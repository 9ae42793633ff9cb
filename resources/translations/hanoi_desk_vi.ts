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
</context>
<context>
    <name>Application</name>
    <message>
        <source>What you were writing is kept as a draft: Ctrl+L brings it back.</source>
        <extracomment>How much larger one step of &quot;larger text&quot; makes it. The name under which the log form keeps its draft.</extracomment>
        <translation>Nội dung đang viết được giữ thành bản nháp: bấm Ctrl+L để viết tiếp.</translation>
    </message>
    <message>
        <source>Open a desk</source>
        <translation>Mở tệp dữ liệu</translation>
    </message>
    <message>
        <source>Something in the program went wrong. Nothing that was saved is lost.</source>
        <translation>Chương trình gặp lỗi. Những gì đã lưu không bị mất.</translation>
    </message>
    <message>
        <source>It is noted, without any of your text, in {path}. You can go on working.</source>
        <translation>Lỗi đã được ghi vào {path}, không kèm nội dung của bạn. Có thể tiếp tục làm việc.</translation>
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
    <name>BriefDialog</name>
    <message>
        <source>Brief: {country}</source>
        <extracomment>Printed pages are drawn from the PDF at the printer&apos;s resolution, but no finer than this, in dots per inch.</extracomment>
        <translation>Phiếu: {country}</translation>
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
        <source>The page is full. Left out: {detail}</source>
        <translation>Trang đã đầy. Phần không in: {detail}</translation>
    </message>
    <message>
        <source>The brief could not be made.</source>
        <translation>Không tạo được tài liệu.</translation>
    </message>
    <message>
        <source>No font of the program has these letters, so they are spelled out: {detail}</source>
        <translation>Phông chữ của chương trình không có các ký tự sau nên ghi bằng tên: {detail}</translation>
    </message>
    <message>
        <source>A text was longer than its place and is cut there: {detail}</source>
        <translation>Nội dung dài hơn khung nên bị cắt bớt: {detail}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu thành PDF</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another place.</source>
        <translation>Không ghi được tệp. Hãy chọn nơi khác.</translation>
    </message>
    <message>
        <source>Saved: {what}</source>
        <translation>Đã lưu: {what}</translation>
    </message>
    <message>
        <source>The printer did not answer. Save the brief as PDF and print that.</source>
        <translation>Máy in không phản hồi. Hãy lưu tài liệu thành PDF rồi in từ tệp đó.</translation>
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
        <source>Suggestions for {field}</source>
        <translation>Gợi ý cho {field}</translation>
    </message>
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
    <name>CommitmentCard</name>
    <message>
        <source>By the words, not by hope; when between two, take the lower.</source>
        <translation>Theo lời đã nói, không theo mong muốn; nếu phân vân, chọn mức thấp hơn.</translation>
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
        <source>A second person has not yet confirmed this grade.</source>
        <translation>Mức này chưa được người thứ hai xác nhận.</translation>
    </message>
    <message>
        <source>No new word for 180 days: ask whether it still stands.</source>
        <translation>Đã 180 ngày không có thông tin mới: nên hỏi lại cam kết còn giá trị không.</translation>
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
        <source>Ask for accession…</source>
        <translation>Đề nghị gia nhập…</translation>
    </message>
    <message>
        <source>Mark kept…</source>
        <translation>Đã thực hiện…</translation>
    </message>
    <message>
        <source>Mark lapsed…</source>
        <translation>Hết giá trị…</translation>
    </message>
    <message>
        <source>Mark withdrawn…</source>
        <translation>Đã rút lại…</translation>
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
        <source>Country</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Việc cần làm</translation>
    </message>
</context>
<context>
    <name>CommitmentListing</name>
    <message>
        <source>Country</source>
        <extracomment>The counters: those that name an outcome, and the one for what the record shows and nobody has written down.</extracomment>
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
        <source>To close</source>
        <translation>Cần kết thúc</translation>
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
</context>
<context>
    <name>CommitmentsTab</name>
    <message>
        <source>needs renewal</source>
        <translation>cần hỏi lại</translation>
    </message>
    <message>
        <source>Condition: {what}</source>
        <translation>Điều kiện: {what}</translation>
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
    <name>CountryHeader</name>
    <message>
        <source>Edit</source>
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
        <translation>Lọc: tên, mã, tên khác…</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n}/{all}</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n quốc gia, tổ chức</numerusform>
        </translation>
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
        <source>none</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>{name}: {status}; last contact {when}</source>
        <translation>{name}: {status}; tiếp xúc gần nhất {when}</translation>
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
</context>
<context>
    <name>CountryResults</name>
    <message>
        <source>What each said</source>
        <translation>Ý kiến từng nước</translation>
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
</context>
<context>
    <name>DateField</name>
    <message>
        <source>day/month/year</source>
        <translation>ngày/tháng/năm</translation>
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
        <source>“{text}” is not a date. Type it as 22/11/2026.</source>
        <translation>“{text}” không phải là ngày. Hãy gõ dạng 22/11/2026.</translation>
    </message>
</context>
<context>
    <name>DayDialog</name>
    <message>
        <source>Put off</source>
        <translation>Lùi hạn</translation>
    </message>
    <message>
        <source>New due date</source>
        <translation>Hạn mới</translation>
    </message>
    <message>
        <source>New due &amp;date</source>
        <translation>&amp;Hạn mới</translation>
    </message>
    <message>
        <source>Type a day, for example 22/11/2026.</source>
        <translation>Hãy gõ ngày, ví dụ 22/11/2026.</translation>
    </message>
</context>
<context>
    <name>DeskSidebar</name>
    <message>
        <source>Sample desk: contacts are invented</source>
        <translation>Dữ liệu mẫu: tiếp xúc là giả định</translation>
    </message>
    <message>
        <source>Saved {time}, {day}</source>
        <translation>Đã lưu {time}, {day}</translation>
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
    <name>DraftStrip</name>
    <message>
        <source>&amp;Resume</source>
        <translation>T&amp;iếp tục</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>Due now</source>
        <extracomment>How many tasks are shown, and from how many days on a day is told by its date and not by its distance.</extracomment>
        <translation>Việc đến hạn</translation>
    </message>
    <message>
        <source>Nothing is due. Follow-ups that you note with a contact stand here by their day.</source>
        <translation>Không có việc đến hạn. Việc cần làm ghi cùng cuộc tiếp xúc sẽ hiện ở đây theo hạn.</translation>
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
        <source>no day set</source>
        <translation>chưa có hạn</translation>
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
        <source>All open follow-ups, the longest overdue first.</source>
        <translation>Mọi việc chưa xong, quá hạn lâu nhất xếp trước.</translation>
    </message>
</context>
<context>
    <name>EventDetail</name>
    <message>
        <source>About the event</source>
        <translation>Về sự kiện</translation>
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
        <source>{facet}: {value}</source>
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
        <source>Contacts with {name}.</source>
        <translation>Các cuộc tiếp xúc với {name}.</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Cơ quan, tổ chức</translation>
    </message>
    <message>
        <source>Contacts of {name}.</source>
        <translation>Các cuộc tiếp xúc của {name}.</translation>
    </message>
    <message>
        <source>Our missions</source>
        <translation>Cơ quan đại diện của ta</translation>
    </message>
    <message>
        <source>Contacts written down by {name}.</source>
        <translation>Các cuộc tiếp xúc do {name} ghi.</translation>
    </message>
    <message>
        <source>Our people</source>
        <translation>Cán bộ của ta</translation>
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
        <source>Welcome to Hanoi Desk</source>
        <extracomment>The ending of a desk file.</extracomment>
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
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
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
        <source>Belongs to</source>
        <translation>Liên quan</translation>
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
        <source>Done: {what}</source>
        <translation>Xong: {what}</translation>
    </message>
    <message>
        <source>A later day</source>
        <translation>Lùi hạn</translation>
    </message>
    <message>
        <source>Why it will not be done</source>
        <translation>Lý do không làm nữa</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>History</source>
        <extracomment>Saves shown at first, and letters of a value. Where a part hangs, and its place in a list, is no news.</extracomment>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Show all of the history</source>
        <translation>Xem toàn bộ lịch sử</translation>
    </message>
    <message>
        <source>no name given</source>
        <translation>chưa ghi tên</translation>
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
        <source>{field}: {before} → {after}</source>
        <translation>{field}: {before} → {after}</translation>
    </message>
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
    <name>KeysDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>In a form or a list</source>
        <translation>Trong biểu mẫu hoặc danh sách</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Sửa</translation>
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
        <source>Filter the list</source>
        <translation>Lọc danh sách</translation>
    </message>
    <message>
        <source>Back, or close what is open</source>
        <translation>Quay lại hoặc đóng phần đang mở</translation>
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
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n người khác</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Deleted: {name}.</source>
        <extracomment>Milliseconds after the last letter or step before the list or the chosen record is read. Below this width, in heights of a line of text, the list and the chosen record take turns.</extracomment>
        <translation>Đã xóa: {name}.</translation>
    </message>
    <message>
        <source>← Back to the list</source>
        <translation>← Về danh sách</translation>
    </message>
    <message>
        <source>Filters</source>
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
        <extracomment>How many countries one list of names shows before it only counts the rest. Tables whose changes change the list. The first order: a field that can be sorted by, and whether the greatest comes first.</extracomment>
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
        <source>Commitment removed.</source>
        <translation>Đã bỏ cam kết.</translation>
    </message>
    <message>
        <source>Follow-up removed.</source>
        <translation>Đã bỏ việc cần làm.</translation>
    </message>
    <message>
        <source>Edit outreach</source>
        <translation>Sửa tiếp xúc</translation>
    </message>
    <message>
        <source>Log outreach</source>
        <translation>Ghi tiếp xúc</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
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
        <source>A draft could not be read. It was set aside; nothing else is touched.</source>
        <translation>Có bản nháp không đọc được. Bản đó được để riêng; phần khác giữ nguyên.</translation>
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
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Print brief</source>
        <extracomment>How often the window looks whether a new day has begun, in milliseconds. How long a sentence stands at the foot of the window, in milliseconds; Ctrl+Z undoes after that too. Between two pieces of the program that are loaded while nobody waits, in milliseconds.</extracomment>
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
        <source>Saved: {what}</source>
        <translation>Đã lưu: {what}</translation>
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
    <message>
        <source>&amp;Tomorrow</source>
        <translation>Ngày &amp;mai</translation>
    </message>
    <message>
        <source>In a &amp;week</source>
        <translation>Sau một &amp;tuần</translation>
    </message>
    <message>
        <source>In a &amp;month</source>
        <translation>Sau một thán&amp;g</translation>
    </message>
    <message>
        <source>Choose a &amp;day…</source>
        <translation>&amp;Chọn ngày…</translation>
    </message>
    <message>
        <source>Put off to {day}: {what}</source>
        <translation>Lùi đến {day}: {what}</translation>
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
    <name>ParticipantForm</name>
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
        <source>Give the mission a name, or choose another one.</source>
        <translation>Hãy ghi tên cơ quan hoặc chọn cơ quan khác.</translation>
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
        <source>Post of {name}</source>
        <translation>Chức vụ của {name}</translation>
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
        <source>How to address them</source>
        <translation>Cách xưng hô</translation>
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
        <source>since {day}</source>
        <translation>từ {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>đến {day}</translation>
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
</context>
<context>
    <name>PersonListing</name>
    <message>
        <source>Name</source>
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
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n đầu mối</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>Suggestions for {field}</source>
        <translation>Gợi ý cho {field}</translation>
    </message>
    <message>
        <source>as the place</source>
        <translation>là địa điểm</translation>
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
    <name>PromisesCard</name>
    <message>
        <source>Promises to check against the record</source>
        <extracomment>A promise whose day is no further away than this is marked.</extracomment>
        <translation>Cam kết cần đối chiếu hồ sơ</translation>
    </message>
    <message>
        <source>Close as kept</source>
        <translation>Ghi đã thực hiện</translation>
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
        <source>Closed as kept: the promise of {country}.</source>
        <translation>Đã ghi là thực hiện: cam kết của {country}.</translation>
    </message>
    <message>
        <source>All open promises under the Convention, held against the treaty record.</source>
        <translation>Mọi cam kết đang theo dõi về Công ước, đối chiếu với hồ sơ điều ước.</translation>
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
        <extracomment>How wide the cards get, in heights of a line of text: names and choices are short.</extracomment>
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
        <source>The desk file: {path}</source>
        <translation>Tệp dữ liệu: {path}</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Đã lưu.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Where, or event</source>
        <extracomment>Milliseconds after the last key in the notes until the countries named in them are looked for. The sheet has two columns when it is wider than this, in heights of a line of text.</extracomment>
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
        <extracomment>The order in which lines are shown: what asks for a decision first.</extracomment>
        <translation>Ngày lấy từ trang của cơ quan lưu chiểu</translation>
    </message>
    <message>
        <source>Which country is it?</source>
        <translation>Đây là nước nào?</translation>
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
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Import: {file}</source>
        <translation>Nhập: {file}</translation>
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
    <message>
        <source>The status file is in the record.</source>
        <translation>Đã nhập tệp tình trạng vào hồ sơ.</translation>
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
    <name>SuggestionList</name>
    <message>
        <source>{words}, {place} of {count}</source>
        <translation>{words}, {place} trên {count}</translation>
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
    <name>TreatyPage</name>
    <message>
        <source>Import status file…</source>
        <extracomment>A file larger than any status file; `read_status` refuses it with a sentence. The width in heights of a line of text from which the fields at the top stand beside each other.</extracomment>
        <translation>Nhập tệp tình trạng…</translation>
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
        <source>Status file of the UN Treaty Collection</source>
        <translation>Tệp tình trạng của trang Điều ước Liên hợp quốc</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Không đọc được tệp.</translation>
    </message>
</context>
<context>
    <name>_FormPage</name>
    <message>
        <source>Saved: {what}</source>
        <translation>Đã lưu: {what}</translation>
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
        <source>Commitments</source>
        <translation>Cam kết</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Việc cần làm</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Đầu mối</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>Treaty record</source>
        <translation>Hồ sơ điều ước</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
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
        <translation>T&amp;rợ giúp</translation>
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
        <source>&amp;New desk…</source>
        <translation>&amp;Tạo tệp dữ liệu mới…</translation>
    </message>
    <message>
        <source>&amp;Open desk…</source>
        <translation>&amp;Mở tệp dữ liệu…</translation>
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
        <source>&amp;Keyboard</source>
        <translation>&amp;Phím tắt</translation>
    </message>
    <message>
        <source>&amp;About Hanoi Desk</source>
        <translation>&amp;Giới thiệu Hanoi Desk</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
</TS>
