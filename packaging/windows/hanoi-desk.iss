; The installer for Windows: for this user alone, so that no administrator is asked. Called by packaging/build.py with
; the version and the frozen folder: iscc /DVersion=0.1.0 /DProgram=…\build\dist\hanoi-desk /O…\build\dist hanoi-desk.iss
; Desks, backups and settings lie elsewhere and are never touched, neither here nor when it is taken out again.

#ifndef Version
  #error Version is missing: call packaging/build.py installer
#endif
#ifndef Program
  #define Program "..\..\build\dist\hanoi-desk"
#endif

[Setup]
AppId={{6E0B1D6C-5A0B-4B55-9D0E-6B7A5C0D1F42}
AppName=Hanoi Desk
AppVersion={#Version}
AppVerName=Hanoi Desk {#Version}
AppPublisher=The Hanoi Desk developers
AppCopyright=Copyright 2026 The Hanoi Desk developers
VersionInfoVersion={#Version}
DefaultDirName={localappdata}\Programs\Hanoi Desk
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
CloseApplications=yes
RestartApplications=no
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ShowLanguageDialog=auto
SetupIconFile=..\..\resources\icons\hanoi-desk.ico
UninstallDisplayIcon={app}\hanoi-deskw.exe
UninstallDisplayName=Hanoi Desk
LicenseFile=..\..\LICENSE
OutputBaseFilename=hanoi-desk-{#Version}-setup

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
; What Vietnamese.isl does not say is said in English.
Name: "vi"; MessagesFile: "compiler:Default.isl,Vietnamese.isl"

[CustomMessages]
en.DeskFile=Hanoi Desk file
vi.DeskFile=Tệp Hanoi Desk
en.OnDesktop=Put an icon on the desktop
vi.OnDesktop=Đặt biểu tượng trên màn hình
en.OpenNow=Open Hanoi Desk now
vi.OpenNow=Mở Hanoi Desk ngay

[Tasks]
Name: "desktop"; Description: "{cm:OnDesktop}"; Flags: unchecked

[InstallDelete]
; Of the version before: a library that is no longer part of the program may not stay beside it.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Program}\hanoi-desk.exe"; DestDir: "{app}"; Flags: ignoreversion
Source: "{#Program}\hanoi-deskw.exe"; DestDir: "{app}"; Flags: ignoreversion
Source: "{#Program}\_internal\*"; DestDir: "{app}\_internal"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "..\..\resources\icons\hanoi-desk.ico"; DestDir: "{app}"; Flags: ignoreversion
Source: "..\..\LICENSE"; DestDir: "{app}"; DestName: "LICENSE.txt"; Flags: ignoreversion

[Icons]
Name: "{userprograms}\Hanoi Desk"; Filename: "{app}\hanoi-deskw.exe"
Name: "{userdesktop}\Hanoi Desk"; Filename: "{app}\hanoi-deskw.exe"; Tasks: desktop

[Registry]
Root: HKCU; Subkey: "Software\Classes\.hdesk"; ValueType: string; ValueName: ""; ValueData: "HanoiDesk.Desk"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.hdesk"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-hanoi-desk"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKCU; Subkey: "Software\Classes\HanoiDesk.Desk"; ValueType: string; ValueName: ""; ValueData: "{cm:DeskFile}"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\HanoiDesk.Desk\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\hanoi-desk.ico"
Root: HKCU; Subkey: "Software\Classes\HanoiDesk.Desk\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\hanoi-deskw.exe"" open ""%1"""
; A crash of the program is told to nobody, not even to Windows: hanoi_desk/hardening.py says so too, and this takes it back.
Root: HKCU; Subkey: "Software\Microsoft\Windows\Windows Error Reporting\ExcludedApplications"; ValueType: dword; ValueName: "hanoi-desk.exe"; ValueData: "1"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Microsoft\Windows\Windows Error Reporting\ExcludedApplications"; ValueType: dword; ValueName: "hanoi-deskw.exe"; ValueData: "1"; Flags: uninsdeletevalue

[Run]
Filename: "{app}\hanoi-deskw.exe"; Description: "{cm:OpenNow}"; Flags: nowait postinstall skipifsilent
