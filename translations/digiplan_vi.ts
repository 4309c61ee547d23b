<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>ChoicePopup</name>
    <message>
        <source>Type to narrow the list</source>
        <translation>Gõ để thu hẹp danh sách</translation>
    </message>
</context>
<context>
    <name>Completing</name>
    <message>
        <source>The questionnaire is complete.</source>
        <translation>Phiếu đã hoàn thành.</translation>
    </message>
    <message numerus="yes">
        <source>%n required question(s) left</source>
        <translation>
            <numerusform>còn %n câu bắt buộc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n lỗi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) without a reason</source>
        <translation>
            <numerusform>%n cảnh báo chưa ghi lý do</numerusform>
        </translation>
    </message>
    <message>
        <source>Not complete yet: {what}. F8 leads to each.</source>
        <translation>Chưa hoàn thành được: {what}. F8 tới từng chỗ.</translation>
    </message>
    <message>
        <source>Worklist  Esc</source>
        <translation>Danh sách phiếu  Esc</translation>
    </message>
    <message>
        <source>The questionnaire is complete. It was the last one of the worklist.</source>
        <translation>Phiếu đã hoàn thành. Đây là phiếu cuối của danh sách.</translation>
    </message>
    <message>
        <source>The questionnaire is complete. Next: {name}</source>
        <translation>Phiếu đã hoàn thành. Tiếp theo: {name}</translation>
    </message>
    <message>
        <source>Open next  Enter</source>
        <translation>Mở phiếu tiếp  Enter</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>rows read</source>
        <translation>dòng đã đọc</translation>
    </message>
    <message>
        <source>new</source>
        <translation>thêm mới</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>cập nhật</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>không đổi</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>bị từ chối</translation>
    </message>
</context>
<context>
    <name>EnterpriseModel</name>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên doanh nghiệp</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Xã, phường</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Quy mô</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>In this round</source>
        <translation>Trong đợt này</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Sửa lần cuối</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>chưa rõ</translation>
    </message>
</context>
<context>
    <name>EnterprisePanel</name>
    <message>
        <source>Open questionnaire</source>
        <translation>Mở phiếu</translation>
    </message>
    <message>
        <source>Choose the commune</source>
        <translation>Chọn xã, phường</translation>
    </message>
    <message>
        <source>No enterprise selected</source>
        <translation>Chưa chọn doanh nghiệp</translation>
    </message>
    <message>
        <source>Choose a row to see what is known about it.</source>
        <translation>Chọn một dòng để xem thông tin về doanh nghiệp.</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(không có tên)</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>The list says “{text}”: no commune of that name is known. The decision counts for all like it.</source>
        <translation>Danh sách ghi “{text}”: không có xã, phường nào tên này. Quyết định của bạn áp dụng cho mọi dòng ghi như vậy.</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>nhập từ danh sách</translation>
    </message>
    <message>
        <source>made</source>
        <translation>tạo mới</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>xóa</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>sửa</translation>
    </message>
</context>
<context>
    <name>EnterprisesPage</name>
    <message>
        <source>Enterprises</source>
        <translation>Doanh nghiệp</translation>
    </message>
    <message>
        <source>Search by name, tax code, telephone or address; no diacritics needed</source>
        <translation>Tìm theo tên, mã số thuế, điện thoại hoặc địa chỉ; không cần gõ dấu</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Nhập danh sách</translation>
    </message>
    <message>
        <source>Old district</source>
        <translation>Huyện cũ</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Xã, phường</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Quy mô</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>In this round</source>
        <translation>Trong đợt này</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Bỏ lọc</translation>
    </message>
    <message>
        <source>List of enterprises</source>
        <translation>Danh sách doanh nghiệp</translation>
    </message>
    <message>
        <source>The register is empty</source>
        <translation>Danh sách doanh nghiệp còn trống</translation>
    </message>
    <message>
        <source>The register holds the enterprises of the province. Import the Excel list of your office: DigiPlan finds the heading and the columns by itself and shows what it will do first.</source>
        <translation>Đây là nơi giữ danh sách doanh nghiệp của tỉnh. Hãy nhập danh sách Excel của cơ quan bạn: DigiPlan tự tìm dòng tiêu đề và các cột, rồi cho xem trước kết quả.</translation>
    </message>
    <message numerus="yes">
        <source>%n enterprise(s)</source>
        <translation>
            <numerusform>%n doanh nghiệp</numerusform>
        </translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.xls *.ods *.csv);;All files (*)</source>
        <translation>Danh sách (*.xlsx *.xls *.ods *.csv);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Choose a list of enterprises</source>
        <translation>Chọn danh sách doanh nghiệp</translation>
    </message>
    <message>
        <source>Decided: every enterprise with this place name now lies there.</source>
        <translation>Đã quyết định: mọi doanh nghiệp ghi địa danh này nay thuộc xã, phường đó.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied: paste them into Excel.</source>
        <translation>
            <numerusform>Đã chép %n dòng: dán được vào Excel.</numerusform>
        </translation>
    </message>
    <message>
        <source>No questionnaire</source>
        <translation>Chưa có phiếu</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>Complete the questionnaire  Ctrl+Shift+Enter</source>
        <translation>Hoàn thành phiếu  Ctrl+Shift+Enter</translation>
    </message>
</context>
<context>
    <name>EntryHeader</name>
    <message>
        <source>Worklist  Esc</source>
        <translation>Danh sách phiếu  Esc</translation>
    </message>
    <message>
        <source>Section {section}, question {number} of {count}</source>
        <translation>Mục {section}, câu {number}/{count}</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n lỗi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) without a reason</source>
        <translation>
            <numerusform>%n cảnh báo chưa ghi lý do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n required question(s) left</source>
        <translation>
            <numerusform>còn %n câu bắt buộc</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>Không còn thiếu gì</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>Questionnaire without a respondent</source>
        <translation>Phiếu không gắn doanh nghiệp</translation>
    </message>
</context>
<context>
    <name>EventDialog</name>
    <message>
        <source>Record an event of the plan</source>
        <translation>Ghi sự kiện của kế hoạch</translation>
    </message>
    <message>
        <source>One enterprise founded or attracted</source>
        <translation>Một doanh nghiệp được thành lập hoặc thu hút</translation>
    </message>
    <message>
        <source>A figure reported by an administration</source>
        <translation>Một số liệu do cơ quan báo cáo</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Ghi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Type the name of the enterprise.</source>
        <translation>Hãy nhập tên doanh nghiệp.</translation>
    </message>
    <message>
        <source>Type the number that was reported, with digits only.</source>
        <translation>Hãy nhập số liệu được báo cáo, chỉ dùng chữ số.</translation>
    </message>
    <message>
        <source>“Out of” has to be a number, or empty.</source>
        <translation>Ô “Trên tổng số” phải là một số, hoặc để trống.</translation>
    </message>
    <message>
        <source>Type the number of the document that proves it.</source>
        <translation>Hãy nhập số, ký hiệu của văn bản chứng minh.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Name of the enterprise</source>
        <translation>Tên doanh nghiệp</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Số lao động</translation>
    </message>
    <message>
        <source>Number reported</source>
        <translation>Số liệu báo cáo</translation>
    </message>
    <message>
        <source>Out of (empty for a plain number)</source>
        <translation>Trên tổng số (để trống nếu là số đếm)</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Số văn bản</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>The event is recorded.</source>
        <translation>Đã ghi sự kiện.</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Người sửa</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Bản ghi</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Nội dung thay đổi</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Trường</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Các giá trị</translation>
    </message>
    <message>
        <source>No value was changed on two machines at once.</source>
        <translation>Không có giá trị nào bị sửa cùng lúc trên hai máy.</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Trao đổi</translation>
    </message>
    <message>
        <source>records</source>
        <translation>bản ghi</translation>
    </message>
    <message>
        <source>changes kept</source>
        <translation>thay đổi đã lưu</translation>
    </message>
    <message>
        <source>changes waiting for an earlier one</source>
        <translation>thay đổi chờ phần trước đó</translation>
    </message>
    <message>
        <source>conflicts</source>
        <translation>xung đột</translation>
    </message>
    <message>
        <source>Every save on this machine is kept as a change that is never overwritten. Two machines that hold the same changes show the same records: compare their check sums to be sure.</source>
        <translation>Mỗi lần lưu trên máy này được giữ thành một thay đổi không bao giờ bị ghi đè. Hai máy có cùng các thay đổi thì hiện cùng dữ liệu: muốn chắc chắn, hãy so mã kiểm tra của hai máy.</translation>
    </message>
    <message>
        <source>Last changes on this machine</source>
        <translation>Thay đổi gần đây trên máy này</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Xung đột</translation>
    </message>
    <message>
        <source>Folder of the work store</source>
        <translation>Thư mục kho làm việc</translation>
    </message>
    <message>
        <source>Log of this machine</source>
        <translation>Nhật ký của máy này</translation>
    </message>
    <message>
        <source>Check sum of all records</source>
        <translation>Mã kiểm tra toàn bộ dữ liệu</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
</context>
<context>
    <name>FormCheckDialog</name>
    <message>
        <source>Check a form</source>
        <translation>Kiểm tra mẫu phiếu</translation>
    </message>
    <message>
        <source>Reading the form.</source>
        <translation>Đang đọc mẫu phiếu.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>The form can be used.</source>
        <translation>Mẫu phiếu dùng được.</translation>
    </message>
    <message>
        <source>The form cannot be used yet.</source>
        <translation>Mẫu phiếu chưa dùng được.</translation>
    </message>
    <message>
        <source>{title} · version {version} · languages: {languages}</source>
        <translation>{title} · phiên bản {version} · ngôn ngữ: {languages}</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n câu hỏi</numerusform>
        </translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Lỗi</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Cảnh báo</translation>
    </message>
    <message>
        <source>The form cannot be read.</source>
        <translation>Không đọc được mẫu phiếu.</translation>
    </message>
    <message>
        <source>Choose a form</source>
        <translation>Chọn mẫu phiếu</translation>
    </message>
    <message>
        <source>Forms (*.xlsx *.xls *.xml);;All files (*)</source>
        <translation>Mẫu phiếu (*.xlsx *.xls *.xml);;Mọi tệp (*)</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Round</source>
        <translation>Đợt</translation>
    </message>
    <message>
        <source>Current round</source>
        <translation>Đợt hiện tại</translation>
    </message>
    <message>
        <source>Search  Ctrl+K</source>
        <translation>Tìm nhanh  Ctrl+K</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import a list of enterprises</source>
        <translation>Nhập danh sách doanh nghiệp</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Value in the list</source>
        <translation>Giá trị trong danh sách</translation>
    </message>
    <message>
        <source>What happens and why</source>
        <translation>Kết quả và lý do</translation>
    </message>
    <message>
        <source>Import the list</source>
        <translation>Nhập danh sách</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Reading the list</source>
        <translation>Đang đọc danh sách</translation>
    </message>
    <message>
        <source>“{file}” is being read. Nothing is changed yet.</source>
        <translation>Đang đọc “{file}”. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>What the import will do</source>
        <translation>Nếu nhập, kết quả sẽ là</translation>
    </message>
    <message>
        <source>Check the numbers and the columns, then import. Nothing is changed yet.</source>
        <translation>Hãy kiểm tra các con số và các cột rồi nhập. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Every row that can be read is in the register already: there is nothing to import.</source>
        <translation>Mọi dòng đọc được đều đã có trong danh sách doanh nghiệp: không có gì để nhập.</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Đang nhập</translation>
    </message>
    <message>
        <source>“{file}” is being taken into the register, all or nothing.</source>
        <translation>Đang nhập “{file}” vào danh sách doanh nghiệp: được tất cả hoặc không gì cả.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>The list is in the register</source>
        <translation>Đã nhập danh sách</translation>
    </message>
    <message>
        <source>Rows marked ✖ were not taken in. Correct them in the list and import it again: only they change.</source>
        <translation>Các dòng có dấu ✖ chưa được nhập. Hãy sửa trong danh sách rồi nhập lại: chỉ những dòng đó thay đổi.</translation>
    </message>
    <message>
        <source>Every row was taken in.</source>
        <translation>Mọi dòng đã được nhập.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”. Columns: {columns}</source>
        <translation>Trang tính “{sheet}”. Các cột: {columns}</translation>
    </message>
    <message>
        <source>Columns: {columns}</source>
        <translation>Các cột: {columns}</translation>
    </message>
    <message>
        <source>Rows that are no enterprises: {rows}</source>
        <translation>Các dòng không phải doanh nghiệp: {rows}</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… và {count} dòng nữa</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Đã dừng</translation>
    </message>
    <message>
        <source>The list was not imported</source>
        <translation>Danh sách chưa được nhập</translation>
    </message>
</context>
<context>
    <name>KeyStrip</name>
    <message>
        <source>confirm and give reason</source>
        <translation>xác nhận và ghi lý do</translation>
    </message>
    <message>
        <source>next problem</source>
        <translation>lỗi tiếp theo</translation>
    </message>
    <message>
        <source>next section</source>
        <translation>mục tiếp theo</translation>
    </message>
    <message>
        <source>go to question</source>
        <translation>tới câu hỏi</translation>
    </message>
    <message>
        <source>register</source>
        <translation>thông tin doanh nghiệp</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>hoàn tác</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>hoàn thành</translation>
    </message>
    <message>
        <source>next</source>
        <translation>tiếp</translation>
    </message>
    <message>
        <source>Digit</source>
        <translation>Chữ số</translation>
    </message>
    <message>
        <source>chooses</source>
        <translation>chọn</translation>
    </message>
    <message>
        <source>adds or removes</source>
        <translation>thêm hoặc bỏ</translation>
    </message>
    <message>
        <source>between codes</source>
        <translation>giữa các mã</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Chữ cái</translation>
    </message>
    <message>
        <source>search</source>
        <translation>tìm</translation>
    </message>
    <message>
        <source>all options</source>
        <translation>mọi lựa chọn</translation>
    </message>
    <message>
        <source>adds, then next</source>
        <translation>thêm rồi sang câu sau</translation>
    </message>
    <message>
        <source>ddmmyyyy</source>
        <translation>ddmmyyyy</translation>
    </message>
    <message>
        <source>day</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>new line</source>
        <translation>xuống dòng</translation>
    </message>
    <message>
        <source>back</source>
        <translation>lùi lại</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>Giấy phép</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>ListEditor</name>
    <message>
        <source>Type to search</source>
        <translation>Gõ để tìm</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Demo store: every enterprise, answer and figure here is invented.</source>
        <translation>Kho minh họa: mọi doanh nghiệp, câu trả lời và số liệu ở đây đều là giả định.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>The work store cannot be opened</source>
        <translation>Không mở được kho làm việc</translation>
    </message>
    <message>
        <source>Making the demo: 12,075 invented enterprises and their answers. This takes about a minute.</source>
        <translation>Đang tạo bản minh họa: 12.075 doanh nghiệp giả định cùng các câu trả lời. Việc này mất khoảng một phút.</translation>
    </message>
    <message>
        <source>Opening the work store.</source>
        <translation>Đang mở kho làm việc.</translation>
    </message>
</context>
<context>
    <name>OptionsEditor</name>
    <message>
        <source>Confirmed</source>
        <translation>Đã xác nhận</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Chưa chọn</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Fieldwork</source>
        <translation>Tiến độ thu thập</translation>
    </message>
    <message>
        <source>Targets that need attention</source>
        <translation>Chỉ tiêu cần chú ý</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Xung đột</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>Measuring the targets.</source>
        <translation>Đang tính các chỉ tiêu.</translation>
    </message>
    <message>
        <source>There is no survey round yet.</source>
        <translation>Chưa có đợt điều tra nào.</translation>
    </message>
    <message>
        <source>Make a round</source>
        <translation>Tạo đợt</translation>
    </message>
    <message>
        <source>{done} of {total} complete, {begun} begun</source>
        <translation>Xong {done}/{total} phiếu, đang làm {begun}</translation>
    </message>
    <message>
        <source>Continue keying</source>
        <translation>Nhập tiếp</translation>
    </message>
    <message>
        <source>Every target with a number is on track.</source>
        <translation>Mọi chỉ tiêu định lượng đều đúng lộ trình.</translation>
    </message>
    <message>
        <source>See the targets</source>
        <translation>Xem các chỉ tiêu</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) were changed on two machines: a person decides.</source>
        <translation>
            <numerusform>%n giá trị bị sửa trên hai máy: cần người quyết định.</numerusform>
        </translation>
    </message>
    <message>
        <source>No conflicts between machines.</source>
        <translation>Không có xung đột giữa các máy.</translation>
    </message>
    <message>
        <source>See the exchange</source>
        <translation>Xem phần trao đổi</translation>
    </message>
</context>
<context>
    <name>QuestionJump</name>
    <message>
        <source>Go to question number</source>
        <translation>Tới câu số</translation>
    </message>
    <message>
        <source>No question with this number applies now.</source>
        <translation>Hiện không có câu hỏi nào mang số này.</translation>
    </message>
</context>
<context>
    <name>QuestionnairesPage</name>
    <message>
        <source>Questionnaires</source>
        <translation>Phiếu</translation>
    </message>
    <message>
        <source>No round yet</source>
        <translation>Chưa có đợt nào</translation>
    </message>
    <message>
        <source>A round is one survey: a questionnaire, a period, and the enterprises to be asked. Create the first one; its worklist then stands here.</source>
        <translation>Một đợt là một cuộc điều tra: một mẫu phiếu, một kỳ và những doanh nghiệp được hỏi. Hãy tạo đợt đầu tiên; danh sách phiếu của đợt sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Create a round</source>
        <translation>Tạo đợt</translation>
    </message>
</context>
<context>
    <name>QuickSearch</name>
    <message>
        <source>Search</source>
        <translation>Tìm nhanh</translation>
    </message>
    <message>
        <source>Name, tax code, telephone, or a page</source>
        <translation>Tên, mã số thuế, điện thoại, hoặc tên trang</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter opens · Esc closes</source>
        <translation>↑ ↓ chọn · Enter mở · Esc đóng</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters.</source>
        <translation>Không tìm thấy. Thử gõ ít chữ hơn.</translation>
    </message>
</context>
<context>
    <name>RegisterPanel</name>
    <message>
        <source>In the register</source>
        <translation>Trong danh sách doanh nghiệp</translation>
    </message>
    <message>
        <source>This questionnaire belongs to no enterprise of the register.</source>
        <translation>Phiếu này không gắn với doanh nghiệp nào trong danh sách.</translation>
    </message>
</context>
<context>
    <name>ReturnsPage</name>
    <message>
        <source>Return</source>
        <translation>Biểu</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Đợt</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Địa bàn</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Khu vực</translation>
    </message>
    <message>
        <source>Export to Excel …</source>
        <translation>Xuất Excel …</translation>
    </message>
    <message>
        <source>Fill in the office</source>
        <translation>Khai thông tin cơ quan</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>There is no survey round yet</source>
        <translation>Chưa có đợt điều tra nào</translation>
    </message>
    <message>
        <source>A return is filled from the questionnaires of a round. Make a round and key its answers first.</source>
        <translation>Biểu được lập từ các phiếu của một đợt điều tra. Hãy tạo đợt và nhập phiếu trước.</translation>
    </message>
    <message>
        <source>Go to the questionnaires</source>
        <translation>Tới trang Phiếu</translation>
    </message>
    <message>
        <source>The whole territory</source>
        <translation>Toàn địa bàn</translation>
    </message>
    <message>
        <source>Fieldwork: {left} of {total} questionnaires are not complete; the figures are provisional.</source>
        <translation>Thu thập: còn {left}/{total} phiếu chưa hoàn thành; số liệu là sơ bộ.</translation>
    </message>
    <message>
        <source>The reporting office or the signer is not filled in: dotted lines are printed.</source>
        <translation>Chưa khai đơn vị báo cáo hoặc người ký: trên biểu sẽ in dòng chấm để điền tay.</translation>
    </message>
    <message>
        <source>Write the return</source>
        <translation>Ghi biểu ra tệp</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Bảng tính Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Written: {path}. {cells} cells; the sums agree with the estimates.</source>
        <translation>Đã ghi {path}: {cells} ô; các tổng khớp với ước lượng.</translation>
    </message>
    <message>
        <source>Written: {path}. {cells} cells; some sums DIFFER from the estimates: see its last sheet.</source>
        <translation>Đã ghi {path}: {cells} ô; có tổng LỆCH so với ước lượng, xem trang tính cuối.</translation>
    </message>
    <message>
        <source>The return was not written</source>
        <translation>Chưa ghi được biểu</translation>
    </message>
</context>
<context>
    <name>RoundDialog</name>
    <message>
        <source>Create a round</source>
        <translation>Tạo đợt</translation>
    </message>
    <message>
        <source>Create the round</source>
        <translation>Tạo đợt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Mẫu phiếu</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Results stand for</source>
        <translation>Số liệu tính đến ngày</translation>
    </message>
    <message>
        <source>Regime</source>
        <translation>Cách điều tra</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Địa bàn</translation>
    </message>
    <message>
        <source>Enterprises to draw</source>
        <translation>Số doanh nghiệp cần chọn mẫu</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Save the office</source>
        <translation>Lưu thông tin cơ quan</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
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
        <source>Agency above</source>
        <translation>Cơ quan cấp trên</translation>
    </message>
    <message>
        <source>Reporting office</source>
        <translation>Đơn vị báo cáo</translation>
    </message>
    <message>
        <source>Receiving office</source>
        <translation>Đơn vị nhận báo cáo</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa danh</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Người lập biểu</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>Người kiểm tra</translation>
    </message>
    <message>
        <source>Title of the signer</source>
        <translation>Chức vụ người ký</translation>
    </message>
    <message>
        <source>Name of the signer</source>
        <translation>Họ tên người ký</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Ngôn ngữ và giao diện</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Nền</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>Office, as printed on returns</source>
        <translation>Cơ quan, in trên các biểu</translation>
    </message>
    <message>
        <source>Work store</source>
        <translation>Kho làm việc</translation>
    </message>
    <message>
        <source>The whole store is this folder: copy it to back it up, close the window before you move it.</source>
        <translation>Toàn bộ kho nằm trong thư mục này: chép thư mục để sao lưu; hãy đóng cửa sổ trước khi chuyển đi nơi khác.</translation>
    </message>
    <message>
        <source>Open another work store …</source>
        <translation>Mở kho làm việc khác …</translation>
    </message>
    <message>
        <source>About DigiPlan</source>
        <translation>Giới thiệu DigiPlan</translation>
    </message>
    <message>
        <source>DigiPlan Desktop {version}. Free software under the Apache License 2.0.</source>
        <translation>DigiPlan Desktop {version}. Phần mềm tự do theo giấy phép Apache 2.0.</translation>
    </message>
    <message>
        <source>Licences of what is inside …</source>
        <translation>Giấy phép các thành phần …</translation>
    </message>
    <message>
        <source>The office is saved.</source>
        <translation>Đã lưu thông tin cơ quan.</translation>
    </message>
    <message>
        <source>Choose the folder of a work store</source>
        <translation>Chọn thư mục kho làm việc</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Overview</source>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>Enterprises</source>
        <translation>Doanh nghiệp</translation>
    </message>
    <message>
        <source>Questionnaires</source>
        <translation>Phiếu</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Trao đổi</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>{page} (Alt+{number})</source>
        <translation>{page} (Alt+{number})</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Welcome to DigiPlan</source>
        <translation>Chào mừng đến với DigiPlan</translation>
    </message>
    <message>
        <source>The work store is already open</source>
        <translation>Kho làm việc đang được mở</translation>
    </message>
    <message>
        <source>The work store cannot be opened</source>
        <translation>Không mở được kho làm việc</translation>
    </message>
    <message>
        <source>DigiPlan keeps the register of enterprises, the questionnaires and the targets of the plan in a work store: one folder on this machine.</source>
        <translation>DigiPlan giữ danh sách doanh nghiệp, các phiếu và chỉ tiêu của kế hoạch trong một kho làm việc: một thư mục trên máy này.</translation>
    </message>
    <message>
        <source>Make a new work store</source>
        <translation>Tạo kho làm việc mới</translation>
    </message>
    <message>
        <source>Make a demo with invented data</source>
        <translation>Tạo bản minh họa với số liệu giả định</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Choose another folder …</source>
        <translation>Chọn thư mục khác …</translation>
    </message>
    <message>
        <source>Choose the folder of a work store</source>
        <translation>Chọn thư mục kho làm việc</translation>
    </message>
</context>
<context>
    <name>StateView</name>
    <message>
        <source>Reading the store</source>
        <translation>Đang đọc kho làm việc</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>Xin đợi giây lát.</translation>
    </message>
    <message>
        <source>This page cannot be shown</source>
        <translation>Không hiện được trang này</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>✔ Saved {time}</source>
        <translation>✔ Đã lưu {time}</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Đang lưu …</translation>
    </message>
    <message>
        <source>Changes on this machine: {count}</source>
        <translation>Thay đổi trên máy này: {count}</translation>
    </message>
    <message>
        <source>Conflicts: {count}</source>
        <translation>Xung đột: {count}</translation>
    </message>
    <message>
        <source>User: {name}</source>
        <translation>Người dùng: {name}</translation>
    </message>
</context>
<context>
    <name>TargetDetail</name>
    <message>
        <source>Definition</source>
        <translation>Định nghĩa</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Ước lượng</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>KTC 95%</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Số phiếu</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>The definitions side by side</source>
        <translation>Các định nghĩa đặt cạnh nhau</translation>
    </message>
    <message>
        <source>Target for {year}: {aim}</source>
        <translation>Chỉ tiêu năm {year}: {aim}</translation>
    </message>
    <message>
        <source>The plan gives no number for {year}</source>
        <translation>Kế hoạch không nêu con số cho năm {year}</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Theo thời gian</translation>
    </message>
    <message>
        <source>By old district</source>
        <translation>Theo huyện cũ</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hiện nay</translation>
    </message>
</context>
<context>
    <name>TargetsPage</name>
    <message>
        <source>Territory</source>
        <translation>Địa bàn</translation>
    </message>
    <message>
        <source>Record an event …</source>
        <translation>Ghi sự kiện …</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Measuring the targets.</source>
        <translation>Đang tính các chỉ tiêu.</translation>
    </message>
</context>
<context>
    <name>WarningLine</name>
    <message>
        <source>Confirm and give reason  Ctrl+Enter</source>
        <translation>Xác nhận và ghi lý do  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Why is this right? Enter keeps the reason</source>
        <translation>Vì sao vẫn đúng? Enter để giữ lý do</translation>
    </message>
    <message>
        <source>{message} — confirmed: {reason}</source>
        <translation>{message} — đã xác nhận: {reason}</translation>
    </message>
</context>
<context>
    <name>WorklistModel</name>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>Respondent</source>
        <translation>Đơn vị trả lời</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Xã, phường</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Phiếu</translation>
    </message>
    <message>
        <source>Without a respondent</source>
        <translation>Không gắn doanh nghiệp</translation>
    </message>
</context>
<context>
    <name>WorklistView</name>
    <message numerus="yes">
        <source>%n enterprise(s) in the frame</source>
        <translation>
            <numerusform>%n doanh nghiệp trong dàn mẫu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawn</source>
        <translation>
            <numerusform>chọn mẫu %n</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>No line fits</source>
        <translation>Không có dòng nào phù hợp</translation>
    </message>
    <message>
        <source>No questionnaire of this round fits the search and the status. Change one of them.</source>
        <translation>Không có phiếu nào của đợt này khớp với từ tìm và trạng thái. Hãy đổi một trong hai.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>No questionnaire yet</source>
        <translation>Chưa có phiếu nào</translation>
    </message>
    <message>
        <source>This round visits every enterprise of its frame. Choose one in the list of enterprises to begin its questionnaire.</source>
        <translation>Đợt này điều tra mọi doanh nghiệp trong dàn mẫu. Hãy chọn một doanh nghiệp trong danh sách để bắt đầu phiếu.</translation>
    </message>
    <message>
        <source>List of enterprises</source>
        <translation>Danh sách doanh nghiệp</translation>
    </message>
    <message>
        <source>Search by name or tax code; no diacritics needed</source>
        <translation>Tìm theo tên hoặc mã số thuế; không cần gõ dấu</translation>
    </message>
    <message>
        <source>Create a round</source>
        <translation>Tạo đợt</translation>
    </message>
    <message>
        <source>Questionnaire without a respondent</source>
        <translation>Phiếu không gắn doanh nghiệp</translation>
    </message>
    <message>
        <source>Check a form</source>
        <translation>Kiểm tra mẫu phiếu</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>Danh sách phiếu</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>{met} of {total} targets for {year} are met</source>
        <translation>{met}/{total} chỉ tiêu năm {year} đã đạt</translation>
    </message>
    <message>
        <source>{count} cannot be judged yet</source>
        <translation>{count} chỉ tiêu chưa kết luận được</translation>
    </message>
    <message>
        <source>{count} are behind</source>
        <translation>{count} chỉ tiêu đang chậm</translation>
    </message>
    <message>
        <source>behind: {names}</source>
        <translation>đang chậm: {names}</translation>
    </message>
    <message>
        <source>Plan {number}: results on {day} against the targets of 31/12/{year}; {territory}</source>
        <translation>Kế hoạch {number}: kết quả đến {day} so với chỉ tiêu 31/12/{year}; {territory}</translation>
    </message>
    <message>
        <source>Estimates stratified by old district and size, with finite population correction. Required path: straight line from the baseline to the target. Grey bands: below 50%, 50–80%, above 80% of the target.</source>
        <translation>Ước lượng phân tầng huyện cũ × quy mô, hiệu chỉnh tổng thể hữu hạn. Lộ trình: đường thẳng từ mốc đến chỉ tiêu. Nền xám: dưới 50%, 50–80%, trên 80% chỉ tiêu.</translation>
    </message>
    <message>
        <source>Invented figures, for demonstration.</source>
        <translation>Số liệu mô phỏng để minh họa.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>KTC 95%</translation>
    </message>
    <message>
        <source>Path to date</source>
        <translation>Lộ trình đến nay</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Target range</source>
        <translation>Khung chỉ tiêu</translation>
    </message>
    <message>
        <source>Not enough evidence</source>
        <translation>Chưa đủ căn cứ</translation>
    </message>
    <message>
        <source>District unknown</source>
        <translation>Chưa rõ huyện</translation>
    </message>
    <message>
        <source>above the target</source>
        <translation>trên chỉ tiêu</translation>
    </message>
    <message>
        <source>below the target</source>
        <translation>dưới chỉ tiêu</translation>
    </message>
    <message>
        <source>not clear</source>
        <translation>chưa rõ</translation>
    </message>
    <message>
        <source>All: {share}%</source>
        <translation>Chung: {share}%</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Ước lượng</translation>
    </message>
    <message>
        <source>Answers / listed</source>
        <translation>Số phiếu / danh sách</translation>
    </message>
    <message>
        <source>Against {year}</source>
        <translation>So với năm {year}</translation>
    </message>
    <message>
        <source>Too few answers to rank</source>
        <translation>Quá ít phiếu để xếp hạng</translation>
    </message>
    <message>
        <source>{name}: {decided} of {ranked} old districts differ clearly from the target of {year}</source>
        <translation>{name}: {decided}/{ranked} huyện cũ khác biệt rõ so với chỉ tiêu {year}</translation>
    </message>
    <message>
        <source>Estimate with 95% interval by old district; {territory}; {day}</source>
        <translation>Ước lượng và khoảng tin cậy 95% theo huyện cũ; {territory}; {day}</translation>
    </message>
    <message>
        <source>Estimates stratified by size within each district. Districts with too few answers are not ranked.</source>
        <translation>Ước lượng phân tầng theo quy mô trong từng huyện. Huyện có quá ít phiếu không được xếp hạng.</translation>
    </message>
    <message>
        <source>{pace} {unit} a year are still needed until {year}</source>
        <translation>còn cần {pace} {unit} mỗi năm cho đến {year}</translation>
    </message>
    <message>
        <source>{unit}; {territory}; seen on {day}</source>
        <translation>{unit}; {territory}; tính đến {day}</translation>
    </message>
    <message>
        <source>Band: 95% interval. Dashed: required path, a straight line between the targets. Dotted: where the present pace leads.</source>
        <translation>Dải màu: khoảng tin cậy 95%. Nét đứt: lộ trình yêu cầu, đường thẳng giữa các chỉ tiêu. Nét chấm: nếu giữ tốc độ hiện nay.</translation>
    </message>
    <message>
        <source>Target {year}</source>
        <translation>Chỉ tiêu {year}</translation>
    </message>
    <message>
        <source>+{pace} {unit} a year</source>
        <translation>+{pace} {unit} mỗi năm</translation>
    </message>
    <message>
        <source>at the present pace</source>
        <translation>theo tốc độ hiện nay</translation>
    </message>
    <message>
        <source>Latest figure</source>
        <translation>Số liệu mới nhất</translation>
    </message>
    <message>
        <source>percentage points</source>
        <translation>điểm phần trăm</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>{read} rows read: {added} added, {updated} updated, {unchanged} unchanged, {refused} refused.</source>
        <translation>Đã đọc {read} dòng: thêm {added}, cập nhật {updated}, không đổi {unchanged}, từ chối {refused}.</translation>
    </message>
    <message>
        <source>row {row}, {column}</source>
        <translation>dòng {row}, {column}</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Không tìm thấy gì.</translation>
    </message>
    <message>
        <source>Inventing {count} enterprises …</source>
        <translation>Đang tạo {count} doanh nghiệp giả định …</translation>
    </message>
    <message>
        <source>Inventing a survey round with {count} questionnaires …</source>
        <translation>Đang tạo một đợt điều tra giả định với {count} phiếu …</translation>
    </message>
    <message>
        <source>Inventing {count} events of the plan …</source>
        <translation>Đang tạo {count} sự kiện giả định của kế hoạch …</translation>
    </message>
    <message>
        <source>“{folder}” holds {enterprises} invented enterprises and {responses} invented questionnaires. Open it with: digiplan --store &quot;{folder}&quot;</source>
        <translation>“{folder}” có {enterprises} doanh nghiệp giả định và {responses} phiếu giả định. Mở bằng lệnh: digiplan --store &quot;{folder}&quot;</translation>
    </message>
</context>
<context>
    <name>crash</name>
    <message>
        <source>DigiPlan made a mistake and could not finish what you asked for. Everything the status bar called saved is on the disk. You can go on working; please send the file “{file}” to the people who look after DigiPlan.</source>
        <translation>DigiPlan gặp lỗi và chưa làm xong việc bạn yêu cầu. Mọi thứ thanh trạng thái báo đã lưu đều nằm trên đĩa. Bạn có thể làm việc tiếp; xin gửi tệp “{file}” cho người phụ trách DigiPlan.</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>Survey round</source>
        <translation>Đợt điều tra</translation>
    </message>
    <message>
        <source>Figure reported by an administration</source>
        <translation>Số liệu do cơ quan báo cáo</translation>
    </message>
    <message>
        <source>Events of the plan</source>
        <translation>Sự kiện của kế hoạch</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Khoảng tin cậy</translation>
    </message>
    <message>
        <source>Answers used</source>
        <translation>Số phiếu sử dụng</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Độ phủ</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Chất lượng</translation>
    </message>
    <message>
        <source>Expected by {day}</source>
        <translation>Lộ trình đến {day}</translation>
    </message>
    <message>
        <source>percentage points</source>
        <translation>điểm phần trăm</translation>
    </message>
    <message>
        <source>Pace needed</source>
        <translation>Tốc độ cần đạt</translation>
    </message>
    <message>
        <source>{pace} {unit} a year until {year}</source>
        <translation>{pace} {unit} mỗi năm cho đến {year}</translation>
    </message>
    <message>
        <source>At this pace on the due date</source>
        <translation>Với tốc độ này, đến hạn đạt</translation>
    </message>
    <message>
        <source>Certain without any assumption</source>
        <translation>Chắc chắn, không cần giả định</translation>
    </message>
    <message>
        <source>between {low} and {high}</source>
        <translation>từ {low} đến {high}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Definition in force</source>
        <translation>Định nghĩa áp dụng</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Dàn mẫu</translation>
    </message>
    <message>
        <source>{count} enterprises</source>
        <translation>{count} doanh nghiệp</translation>
    </message>
    <message>
        <source>{all}; least covered stratum {worst}</source>
        <translation>{all}; ô thấp nhất {worst}</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>95% CI {low}–{high}</source>
        <translation>KTC 95%: {low}–{high}</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>There is no file “{path}”. Nothing was read. Check the name and the folder, then choose the file again.</source>
        <translation>Không có tệp “{path}”. Chưa đọc được gì. Hãy kiểm tra tên tệp và thư mục rồi chọn lại.</translation>
    </message>
    <message>
        <source>The file “{path}” is damaged and cannot be read to its end. Nothing was changed. Open it in Excel and save it under a new name, or ask the sender for the file again.</source>
        <translation>Tệp “{path}” bị hỏng, không đọc được đến hết. Chưa có gì thay đổi. Hãy mở tệp bằng Excel và lưu thành tên mới, hoặc xin lại tệp từ người gửi.</translation>
    </message>
    <message>
        <source>The file “{path}” may not be read. Nothing was read. If another program has it open, close it there; otherwise copy the file into a folder of your own and choose the copy.</source>
        <translation>Không được phép đọc tệp “{path}”. Chưa đọc được gì. Nếu chương trình khác đang mở tệp, hãy đóng lại; nếu không, hãy chép tệp vào thư mục của mình rồi chọn bản chép.</translation>
    </message>
    <message>
        <source>The file “{path}” is protected by a password. Nothing was read. Open it in Excel, save a copy without a password, and choose the copy.</source>
        <translation>Tệp “{path}” được bảo vệ bằng mật khẩu. Chưa đọc được gì. Hãy mở bằng Excel, lưu một bản không có mật khẩu rồi chọn bản đó.</translation>
    </message>
    <message>
        <source>The file “{path}” holds no rows. Nothing was changed. Check that it is the right file and the right sheet.</source>
        <translation>Tệp “{path}” không có dòng nào. Chưa có gì thay đổi. Hãy kiểm tra xem có đúng tệp và đúng trang tính không.</translation>
    </message>
    <message>
        <source>The file “{path}” is not an Excel or CSV list: by its content it is {found}. Nothing was changed. Choose an .xlsx, .xls, .ods or .csv file; if Excel can open this one, save it there as .xlsx.</source>
        <translation>Tệp “{path}” không phải danh sách Excel hay CSV: theo nội dung thì đó là {found}. Chưa có gì thay đổi. Hãy chọn tệp .xlsx, .xls, .ods hoặc .csv; nếu Excel mở được tệp này, hãy lưu lại thành .xlsx.</translation>
    </message>
    <message>
        <source>The file “{path}” is larger than any list of enterprises: {found} {measure}, at most {limit} are read. Nothing was changed. Delete empty rows, pictures and other sheets, or split the list, and try again.</source>
        <translation>Tệp “{path}” lớn hơn mọi danh sách doanh nghiệp: {found} {measure}, chỉ đọc tối đa {limit}. Chưa có gì thay đổi. Hãy xóa dòng trống, hình ảnh và các trang tính khác, hoặc chia nhỏ danh sách rồi thử lại.</translation>
    </message>
    <message>
        <source>The file “{path}” could not be written. If it is open in Excel, close it there; otherwise choose another folder or free some space on the disk, and try again.</source>
        <translation>Không ghi được tệp “{path}”. Nếu tệp đang mở trong Excel, hãy đóng lại; nếu không, hãy chọn thư mục khác hoặc giải phóng dung lượng đĩa rồi thử lại.</translation>
    </message>
    <message>
        <source>The file “{path}” has no sheet named “{sheet}”. Nothing was read. Its sheets are: {sheets}.</source>
        <translation>Tệp “{path}” không có trang tính “{sheet}”. Chưa đọc được gì. Các trang tính hiện có: {sheets}.</translation>
    </message>
    <message>
        <source>No column of enterprise names was found on sheet “{sheet}” of “{path}”. Nothing was changed. Give the column a heading such as “Tên doanh nghiệp” and try again. Headings seen: {seen}.</source>
        <translation>Không tìm thấy cột tên doanh nghiệp trên trang tính “{sheet}” của “{path}”. Chưa có gì thay đổi. Hãy đặt tiêu đề cột, ví dụ “Tên doanh nghiệp”, rồi thử lại. Các tiêu đề đã thấy: {seen}.</translation>
    </message>
    <message>
        <source>The folder “{folder}” holds no work store yet. Make a new one there, or choose the folder of an existing one.</source>
        <translation>Thư mục “{folder}” chưa có kho làm việc. Hãy tạo kho mới tại đó, hoặc chọn thư mục của một kho đã có.</translation>
    </message>
    <message>
        <source>The folder “{folder}” already holds a work store or other files. Nothing was changed. Open that store, or choose an empty folder.</source>
        <translation>Thư mục “{folder}” đã có kho làm việc hoặc tệp khác. Chưa có gì thay đổi. Hãy mở kho đó, hoặc chọn một thư mục trống.</translation>
    </message>
    <message>
        <source>The work store “{folder}” is already open: by {user} on the machine {machine} (process {process}) since {since}. Only one window may write to it. Close that window first, or choose another store.</source>
        <translation>Kho làm việc “{folder}” đang được mở: {user}, máy {machine} (tiến trình {process}), từ {since}. Mỗi lúc chỉ một cửa sổ được ghi vào kho. Hãy đóng cửa sổ kia trước, hoặc chọn kho khác.</translation>
    </message>
    <message>
        <source>The work store “{folder}” was written by a later version of DigiPlan (version {found}; this program knows up to {supported}). Nothing was changed. Install the newest DigiPlan on this machine, then open it again.</source>
        <translation>Kho làm việc “{folder}” do phiên bản DigiPlan mới hơn ghi (phiên bản {found}; chương trình này hiểu đến {supported}). Chưa có gì thay đổi. Hãy cài DigiPlan mới nhất trên máy này rồi mở lại.</translation>
    </message>
    <message>
        <source>The work store “{folder}” cannot be read: its database is damaged or its key does not fit. Nothing was changed. Put back the latest backup of the folder, or ask your supervisor for help.</source>
        <translation>Không đọc được kho làm việc “{folder}”: cơ sở dữ liệu bị hỏng hoặc khóa không khớp. Chưa có gì thay đổi. Hãy khôi phục bản sao lưu gần nhất của thư mục, hoặc nhờ người giám sát hỗ trợ.</translation>
    </message>
    <message>
        <source>Nothing can be written to the work store “{folder}”: the folder is read-only or the disk is full. Free some space or change the rights of the folder, then try again.</source>
        <translation>Không ghi được vào kho làm việc “{folder}”: thư mục chỉ cho đọc hoặc đĩa đã đầy. Hãy giải phóng dung lượng hoặc đổi quyền của thư mục rồi thử lại.</translation>
    </message>
    <message>
        <source>There is no {kind} “{id}”, or several begin like that. Nothing was changed. Give the full id.</source>
        <translation>Không có {kind} “{id}”, hoặc có nhiều bản ghi bắt đầu như vậy. Chưa có gì thay đổi. Hãy ghi đủ mã.</translation>
    </message>
    <message>
        <source>No single commune or district is called “{text}” on that day. Nothing was changed. Give its full name or its unit code. Possible units: {candidates}.</source>
        <translation>Vào ngày đó không có đúng một xã, phường hay huyện tên “{text}”. Chưa có gì thay đổi. Hãy ghi đủ tên hoặc mã đơn vị. Các đơn vị có thể: {candidates}.</translation>
    </message>
    <message>
        <source>“{area}” is no district or commune of {territory}, so the return has no line for it. Nothing was made. Choose another area or the other territory.</source>
        <translation>“{area}” không phải huyện hay xã, phường của {territory} nên biểu không có dòng cho đơn vị đó. Chưa tạo gì. Hãy chọn đơn vị khác hoặc địa bàn kia.</translation>
    </message>
    <message>
        <source>The questionnaire “{path}” cannot be used. Put these right in its workbook and try again:
{problems}</source>
        <translation>Mẫu phiếu “{path}” chưa dùng được. Hãy sửa các chỗ sau trong bảng tính của mẫu rồi thử lại:
{problems}</translation>
    </message>
    <message>
        <source>There is no questionnaire “{id}”. Nothing was changed. The questionnaires are: {known}.</source>
        <translation>Không có mẫu phiếu “{id}”. Chưa có gì thay đổi. Các mẫu phiếu hiện có: {known}.</translation>
    </message>
    <message>
        <source>The questionnaire has no question “{ref}”. Nothing was saved. Check the name of the question.</source>
        <translation>Phiếu không có câu hỏi “{ref}”. Chưa lưu gì. Hãy kiểm tra tên câu hỏi.</translation>
    </message>
    <message>
        <source>The answer “{value}” to question “{ref}” was not saved: {reason}. Correct the answer and try again.</source>
        <translation>Câu trả lời “{value}” cho câu “{ref}” chưa được lưu: {reason}. Hãy sửa rồi thử lại.</translation>
    </message>
    <message>
        <source>“{text}” cannot be read as {expected}. Nothing was changed. Correct it and try again.</source>
        <translation>Không đọc được “{text}” thành {expected}. Chưa có gì thay đổi. Hãy sửa rồi thử lại.</translation>
    </message>
    <message>
        <source>“{text}” is not a known {what}. Nothing was changed. Choose one of: {known}.</source>
        <translation>“{text}” không nằm trong các lựa chọn của {what}. Chưa có gì thay đổi. Hãy chọn một trong: {known}.</translation>
    </message>
    <message>
        <source>The plan file “{path}” cannot be used. Put these right in it and try again:
{problems}</source>
        <translation>Tệp kế hoạch “{path}” chưa dùng được. Hãy sửa các chỗ sau rồi thử lại:
{problems}</translation>
    </message>
    <message>
        <source>The design of the estimates for “{path}” cannot be used. Put these right and try again:
{problems}</source>
        <translation>Thiết kế ước lượng cho “{path}” chưa dùng được. Hãy sửa các chỗ sau rồi thử lại:
{problems}</translation>
    </message>
    <message>
        <source>The register holds no enterprise in {territory}, so there is nothing to draw from. Nothing was made. Import the list of enterprises first.</source>
        <translation>Danh sách chưa có doanh nghiệp nào thuộc {territory} nên không có gì để chọn mẫu. Chưa tạo gì. Hãy nhập danh sách doanh nghiệp trước.</translation>
    </message>
    <message>
        <source>There is no screen to open the window on (neither DISPLAY nor WAYLAND_DISPLAY is set). Start the program on the desktop, or use its commands: digiplan --help.</source>
        <translation>Không có màn hình để mở cửa sổ (chưa đặt DISPLAY lẫn WAYLAND_DISPLAY). Hãy mở chương trình trên máy có màn hình, hoặc dùng các lệnh: digiplan --help.</translation>
    </message>
    <message>
        <source>There is no survey round of period “{period}” to report on. Nothing was made. Make the round on the page Questionnaires first, or choose another period: {known}.</source>
        <translation>Không có đợt điều tra nào của kỳ “{period}” để lập báo cáo. Chưa tạo gì. Trước hết hãy tạo đợt ở trang Phiếu, hoặc chọn kỳ khác: {known}.</translation>
    </message>
    <message>
        <source>No survey round has measured target {target} yet, so there is nothing to show by district. Make a round on the page Questionnaires and fill its questionnaires first.</source>
        <translation>Chưa có đợt điều tra nào đo chỉ tiêu {target} nên chưa có gì để xem theo huyện. Trước hết hãy tạo đợt ở trang Phiếu và nhập phiếu của đợt.</translation>
    </message>
    <message>
        <source>The work was stopped. Nothing was changed.</source>
        <translation>Đã dừng theo yêu cầu. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>This cannot be done. Nothing was changed.</source>
        <translation>Không thực hiện được. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>The census is not finished ({0} of {1} answered): it is weighted like a sample.</source>
        <translation>Điều tra toàn bộ chưa xong (mới có {0}/{1} phiếu): tính trọng số như điều tra mẫu.</translation>
    </message>
    <message>
        <source>The interval assumes that enterprises not yet reached are like those that answered in their stratum.</source>
        <translation>Khoảng tin cậy giả định doanh nghiệp chưa hỏi giống các doanh nghiệp đã trả lời trong cùng tầng.</translation>
    </message>
    <message>
        <source>Old districts without any answer: {names}.</source>
        <translation>Huyện cũ chưa có phiếu nào: {names}.</translation>
    </message>
    <message>
        <source>{0} strata with too few answers were counted with a neighbour.</source>
        <translation>{0} tầng quá ít phiếu được gộp với tầng lân cận.</translation>
    </message>
    <message>
        <source>{0} answers belong to no stratum of the frame and were left out.</source>
        <translation>{0} phiếu không thuộc tầng nào của dàn mẫu nên không tính.</translation>
    </message>
    <message>
        <source>{0} answers exceed the number of units in their stratum.</source>
        <translation>{0} phiếu vượt quá số đơn vị của tầng.</translation>
    </message>
    <message>
        <source>About {0} units still lack what the target asks of all.</source>
        <translation>Khoảng {0} đơn vị còn thiếu điều mà chỉ tiêu yêu cầu với tất cả.</translation>
    </message>
    <message>
        <source>{0} of the events or figures have no document yet.</source>
        <translation>{0} sự kiện hoặc số liệu chưa có văn bản chứng minh.</translation>
    </message>
    <message>
        <source>The staff of {0} new enterprises is not known.</source>
        <translation>Chưa rõ số lao động của {0} doanh nghiệp mới.</translation>
    </message>
    <message>
        <source>{0} events lie outside the counting period or name an enterprise twice.</source>
        <translation>{0} sự kiện nằm ngoài kỳ tính hoặc trùng doanh nghiệp.</translation>
    </message>
    <message>
        <source>The figure was taken {0} days after the due date.</source>
        <translation>Số liệu lấy sau hạn {0} ngày.</translation>
    </message>
    <message>
        <source>The path starts at the result of the earlier due date.</source>
        <translation>Lộ trình bắt đầu từ kết quả của hạn trước.</translation>
    </message>
    <message>
        <source>Within the interval the status could also be: {names}.</source>
        <translation>Trong khoảng tin cậy, trạng thái cũng có thể là: {names}.</translation>
    </message>
    <message>
        <source>The path asks for no more than {0} whole units by now.</source>
        <translation>Đến nay lộ trình đòi hỏi không quá {0} đơn vị trọn vẹn.</translation>
    </message>
    <message>
        <source>The interval includes the baseline of {value}.</source>
        <translation>Khoảng tin cậy chứa mốc gốc {value}.</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source>the expression cannot be understood at “{text}”. Check brackets and quotes.</source>
        <translation>không hiểu được biểu thức tại “{text}”. Hãy kiểm tra dấu ngoặc và dấu nháy.</translation>
    </message>
    <message>
        <source>there is no function “{text}”. Check its name.</source>
        <translation>không có hàm “{text}”. Hãy kiểm tra tên hàm.</translation>
    </message>
    <message>
        <source>the function “{text}” is given too few or too many arguments.</source>
        <translation>hàm “{text}” có quá ít hoặc quá nhiều đối số.</translation>
    </message>
    <message>
        <source>the expression is nested too deeply. Split it into several calculations.</source>
        <translation>biểu thức lồng quá sâu. Hãy tách thành nhiều phép tính.</translation>
    </message>
    <message>
        <source>there is no variable “{text}”.</source>
        <translation>không có biến “{text}”.</translation>
    </message>
    <message>
        <source>a list of questions is needed here. Check the expression.</source>
        <translation>ở đây cần một tập câu hỏi. Hãy kiểm tra biểu thức.</translation>
    </message>
    <message>
        <source>there is no question “{text}”. Check its name.</source>
        <translation>không có câu hỏi “{text}”. Hãy kiểm tra tên.</translation>
    </message>
    <message>
        <source>the question refers to itself.</source>
        <translation>câu hỏi tham chiếu đến chính nó.</translation>
    </message>
    <message>
        <source>these questions depend on each other in a circle: {text}.</source>
        <translation>các câu hỏi phụ thuộc vòng tròn vào nhau: {text}.</translation>
    </message>
    <message>
        <source>a rule is given for “{text}”, which is not in the questionnaire.</source>
        <translation>có quy tắc cho “{text}” nhưng phiếu không có câu này.</translation>
    </message>
    <message>
        <source>the file “{text}” is missing. Put it beside the questionnaire.</source>
        <translation>thiếu tệp “{text}”. Hãy đặt tệp cạnh mẫu phiếu.</translation>
    </message>
    <message>
        <source>the file “{text}” cannot be read. Save it again as CSV (UTF-8).</source>
        <translation>không đọc được tệp “{text}”. Hãy lưu lại dạng CSV (UTF-8).</translation>
    </message>
    <message>
        <source>the file is not well-formed XML: {text}.</source>
        <translation>tệp không phải XML hợp lệ: {text}.</translation>
    </message>
    <message>
        <source>the file holds no questionnaire.</source>
        <translation>tệp không chứa mẫu phiếu.</translation>
    </message>
    <message>
        <source>“{text}” is not supported by this program.</source>
        <translation>chương trình không hỗ trợ “{text}”.</translation>
    </message>
    <message>
        <source>the cell is empty but needed.</source>
        <translation>ô để trống nhưng bắt buộc phải có.</translation>
    </message>
    <message>
        <source>“{text}” is not a valid name: use letters, digits and _.</source>
        <translation>“{text}” không phải tên hợp lệ: chỉ dùng chữ không dấu, chữ số và _.</translation>
    </message>
    <message>
        <source>the name “{text}” is used twice.</source>
        <translation>tên “{text}” bị dùng hai lần.</translation>
    </message>
    <message>
        <source>“{text}” is not a level: write warning or note.</source>
        <translation>“{text}” không phải mức độ: hãy ghi warning hoặc note.</translation>
    </message>
    <message>
        <source>the check “{text}” has no message in this language.</source>
        <translation>kiểm tra “{text}” chưa có lời nhắc bằng ngôn ngữ này.</translation>
    </message>
    <message>
        <source>“{text}” has no translation in this language.</source>
        <translation>“{text}” chưa được dịch sang ngôn ngữ này.</translation>
    </message>
    <message>
        <source>there is no column with these texts in the language “{text}”.</source>
        <translation>không có cột ghi các nội dung này bằng ngôn ngữ “{text}”.</translation>
    </message>
    <message>
        <source>no question offers the list of choices “{text}”.</source>
        <translation>không câu hỏi nào dùng danh sách lựa chọn “{text}”.</translation>
    </message>
    <message>
        <source>the choice “{text}” can never be offered: no answer makes the filter let it through.</source>
        <translation>lựa chọn “{text}” không bao giờ hiện ra: không câu trả lời nào khiến bộ lọc cho qua.</translation>
    </message>
    <message>
        <source>“{text}” has no counterpart: every begin needs an end of its kind.</source>
        <translation>“{text}” không có dòng tương ứng: mỗi begin cần một end cùng loại.</translation>
    </message>
    <message>
        <source>the file is not text in UTF-8.</source>
        <translation>tệp không phải văn bản UTF-8.</translation>
    </message>
    <message>
        <source>the file is not valid TOML: {text}.</source>
        <translation>tệp không phải TOML hợp lệ: {text}.</translation>
    </message>
    <message>
        <source>the key “{text}” is not known. Check its spelling.</source>
        <translation>không rõ khóa “{text}”. Hãy kiểm tra chính tả.</translation>
    </message>
    <message>
        <source>the key “{text}” is missing.</source>
        <translation>thiếu khóa “{text}”.</translation>
    </message>
    <message>
        <source>“{text}” is not of the kind that is needed here ({detail}).</source>
        <translation>“{text}” không đúng kiểu cần ở đây ({detail}).</translation>
    </message>
    <message>
        <source>“{text}” is not possible here. Choose one of: {detail}.</source>
        <translation>“{text}” không dùng được ở đây. Hãy chọn một trong: {detail}.</translation>
    </message>
    <message>
        <source>“{text}” is not a condition such as “legal_form != 7”.</source>
        <translation>“{text}” không phải điều kiện dạng “legal_form != 7”.</translation>
    </message>
    <message>
        <source>the id “{text}” is used twice.</source>
        <translation>mã “{text}” bị dùng hai lần.</translation>
    </message>
    <message>
        <source>the upper end of the range has to be above the lower one.</source>
        <translation>đầu trên của khung phải lớn hơn đầu dưới.</translation>
    </message>
    <message>
        <source>the due dates have to follow one another.</source>
        <translation>các hạn phải theo thứ tự thời gian.</translation>
    </message>
    <message>
        <source>“{text}” is named here but not described anywhere.</source>
        <translation>“{text}” được nhắc đến ở đây nhưng không được mô tả ở đâu.</translation>
    </message>
    <message>
        <source>the file has no column of this name.</source>
        <translation>tệp không có cột tên này.</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>“{text}” không phải là số.</translation>
    </message>
    <message>
        <source>“{text}” has to be a number above zero.</source>
        <translation>“{text}” phải là số lớn hơn 0.</translation>
    </message>
    <message>
        <source>the stratum “{text}” is given several population sizes.</source>
        <translation>tầng “{text}” có nhiều quy mô tổng thể khác nhau.</translation>
    </message>
    <message>
        <source>the stratum “{text}” has more answers than members.</source>
        <translation>tầng “{text}” có nhiều phiếu hơn số đơn vị.</translation>
    </message>
    <message>
        <source>the group “{text}” has no total.</source>
        <translation>nhóm “{text}” không có tổng.</translation>
    </message>
    <message>
        <source>the group “{text}” has no answers.</source>
        <translation>nhóm “{text}” không có phiếu nào.</translation>
    </message>
    <message>
        <source>“{text}” is not a kind of estimate.</source>
        <translation>“{text}” không phải loại ước lượng.</translation>
    </message>
    <message>
        <source>“{text}” is not a kind of interval.</source>
        <translation>“{text}” không phải loại khoảng tin cậy.</translation>
    </message>
    <message>
        <source>the design asks for no estimate.</source>
        <translation>thiết kế không yêu cầu ước lượng nào.</translation>
    </message>
    <message>
        <source>a page of the database is damaged: {text}. Put back the latest backup.</source>
        <translation>một trang của cơ sở dữ liệu bị hỏng: {text}. Hãy khôi phục bản sao lưu gần nhất.</translation>
    </message>
    <message>
        <source>the change {text} is not as it was made. Put back the latest backup.</source>
        <translation>thay đổi {text} không còn nguyên như khi được tạo. Hãy khôi phục bản sao lưu gần nhất.</translation>
    </message>
    <message>
        <source>the log is broken at the change {text}. Put back the latest backup.</source>
        <translation>nhật ký bị đứt tại thay đổi {text}. Hãy khôi phục bản sao lưu gần nhất.</translation>
    </message>
    <message>
        <source>what is shown differs from the changes that were made. It is computed anew when you open the store.</source>
        <translation>dữ liệu hiện ra khác với các thay đổi đã ghi. Chương trình sẽ tính lại khi bạn mở kho.</translation>
    </message>
    <message>
        <source>This question needs an answer.</source>
        <translation>Câu này bắt buộc trả lời.</translation>
    </message>
    <message>
        <source>This answer is not possible here. Check it against the question.</source>
        <translation>Câu trả lời này không hợp lệ. Hãy đối chiếu với câu hỏi.</translation>
    </message>
    <message>
        <source>This is not the kind of answer the question asks for.</source>
        <translation>Câu trả lời không đúng kiểu mà câu hỏi yêu cầu.</translation>
    </message>
    <message>
        <source>This is not one of the choices.</source>
        <translation>Không có trong các lựa chọn.</translation>
    </message>
    <message>
        <source>sheet {sheet}</source>
        <translation>trang tính {sheet}</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>dòng {row}</translation>
    </message>
    <message>
        <source>column {column}</source>
        <translation>cột {column}</translation>
    </message>
</context>
<context>
    <name>rows</name>
    <message>
        <source>The enterprise has no name. Type the name in the list.</source>
        <translation>Doanh nghiệp không có tên. Hãy ghi tên vào danh sách.</translation>
    </message>
    <message>
        <source>Excel turned the tax code into a rounded number; digits are lost. Type it again as text.</source>
        <translation>Excel đã biến mã số thuế thành số làm tròn nên mất chữ số. Hãy nhập lại dưới dạng văn bản.</translation>
    </message>
    <message>
        <source>A tax code has 10 digits, or 13 for a branch. Correct it, or leave it empty.</source>
        <translation>Mã số thuế có 10 chữ số, hoặc 13 với chi nhánh. Hãy sửa lại, hoặc để trống.</translation>
    </message>
    <message>
        <source>An earlier row has this enterprise already, and was taken. Compare the two and keep one.</source>
        <translation>Một dòng trước đã có doanh nghiệp này và đã được lấy. Hãy so hai dòng rồi giữ lại một.</translation>
    </message>
    <message>
        <source>Above the heading</source>
        <translation>Phía trên dòng tiêu đề</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Dòng tiêu đề</translation>
    </message>
    <message>
        <source>Row of column numbers</source>
        <translation>Dòng đánh số cột</translation>
    </message>
    <message>
        <source>Empty row</source>
        <translation>Dòng trống</translation>
    </message>
    <message>
        <source>Only a running number</source>
        <translation>Chỉ có số thứ tự</translation>
    </message>
    <message>
        <source>Heading repeated on a new page</source>
        <translation>Tiêu đề lặp lại ở trang sau</translation>
    </message>
    <message>
        <source>Title row</source>
        <translation>Dòng tên biểu</translation>
    </message>
    <message>
        <source>Group heading</source>
        <translation>Dòng tên nhóm</translation>
    </message>
    <message>
        <source>Total row</source>
        <translation>Dòng tổng cộng</translation>
    </message>
    <message>
        <source>Below the table</source>
        <translation>Phía dưới bảng</translation>
    </message>
    <message>
        <source>Another sheet that was not read</source>
        <translation>Trang tính khác, không đọc</translation>
    </message>
    <message>
        <source>The check digit of the tax code is wrong; one digit may be mistyped.</source>
        <translation>Chữ số kiểm tra của mã số thuế không đúng; có thể gõ sai một chữ số.</translation>
    </message>
    <message>
        <source>Excel had dropped the leading zero; it was put back.</source>
        <translation>Excel làm mất số 0 ở đầu; đã thêm lại.</translation>
    </message>
    <message>
        <source>This is a personal number of 12 digits, as household businesses have it.</source>
        <translation>Đây là số định danh cá nhân 12 chữ số, thường của hộ kinh doanh.</translation>
    </message>
    <message>
        <source>Invisible characters were taken out.</source>
        <translation>Đã bỏ các ký tự ẩn.</translation>
    </message>
    <message>
        <source>The text is in an old font encoding (TCVN3 or VNI). Check the letters.</source>
        <translation>Chữ dùng bảng mã cũ (TCVN3 hoặc VNI). Hãy kiểm tra lại chữ.</translation>
    </message>
    <message>
        <source>A second list with the same headings stands beside this one; it was not read. Put it below.</source>
        <translation>Bên cạnh còn một danh sách thứ hai có cùng tiêu đề; danh sách đó chưa được đọc. Hãy chuyển nó xuống dưới danh sách này.</translation>
    </message>
    <message>
        <source>No commune of this name is known. Decide in which commune it lies.</source>
        <translation>Không có xã, phường nào tên này. Hãy quyết định doanh nghiệp thuộc xã, phường nào.</translation>
    </message>
    <message>
        <source>Several communes have this name. Add the district, or decide which it is.</source>
        <translation>Có nhiều xã, phường trùng tên này. Hãy ghi thêm huyện, hoặc quyết định là đơn vị nào.</translation>
    </message>
    <message>
        <source>The commune was recognised by a similar name. Check it.</source>
        <translation>Xã, phường được nhận ra qua tên gần giống. Hãy kiểm tra lại.</translation>
    </message>
    <message>
        <source>This commune was divided; the larger part was taken. Check it.</source>
        <translation>Xã, phường này đã bị chia tách; đã lấy phần lớn hơn. Hãy kiểm tra lại.</translation>
    </message>
    <message>
        <source>The row names no commune.</source>
        <translation>Dòng không ghi xã, phường.</translation>
    </message>
    <message>
        <source>The date cannot be read and was left out.</source>
        <translation>Không đọc được ngày nên đã bỏ qua.</translation>
    </message>
    <message>
        <source>Only the year is given; the date was left out.</source>
        <translation>Chỉ có năm; đã bỏ qua ngày.</translation>
    </message>
    <message>
        <source>Only month and year are given; the date was left out.</source>
        <translation>Chỉ có tháng và năm; đã bỏ qua ngày.</translation>
    </message>
    <message>
        <source>The date was read with the month first. Check it.</source>
        <translation>Ngày được đọc theo thứ tự tháng trước. Hãy kiểm tra lại.</translation>
    </message>
    <message>
        <source>The date lies in the future. Check it.</source>
        <translation>Ngày ở tương lai. Hãy kiểm tra lại.</translation>
    </message>
    <message>
        <source>The capital cannot be read and was left out.</source>
        <translation>Không đọc được vốn nên đã bỏ qua.</translation>
    </message>
    <message>
        <source>The unit of the capital was inferred from its size. Check it.</source>
        <translation>Đơn vị tính của vốn được suy ra từ độ lớn. Hãy kiểm tra lại.</translation>
    </message>
    <message>
        <source>The number of employees cannot be read and was left out.</source>
        <translation>Không đọc được số lao động nên đã bỏ qua.</translation>
    </message>
    <message>
        <source>This does not look like a telephone number.</source>
        <translation>Có vẻ không phải số điện thoại.</translation>
    </message>
    <message>
        <source>This does not look like an e-mail address.</source>
        <translation>Có vẻ không phải địa chỉ thư điện tử.</translation>
    </message>
    <message>
        <source>The industry code cannot be read and was left out.</source>
        <translation>Không đọc được mã ngành nên đã bỏ qua.</translation>
    </message>
    <message>
        <source>The state of the enterprise is not recognised; it is kept as “unknown”.</source>
        <translation>Không nhận ra tình trạng của doanh nghiệp; tạm ghi là “chưa rõ”.</translation>
    </message>
    <message>
        <source>Another enterprise has the same name in the same commune. Check whether they are one.</source>
        <translation>Có doanh nghiệp khác trùng tên trong cùng xã, phường. Hãy kiểm tra xem có phải là một.</translation>
    </message>
</context>
<context>
    <name>terms</name>
    <message>
        <source>No target</source>
        <translation>Không có chỉ tiêu</translation>
    </message>
    <message>
        <source>Qualitative</source>
        <translation>Định tính</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Chưa có số liệu</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Đạt</translation>
    </message>
    <message>
        <source>Exceeded</source>
        <translation>Vượt</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>Không đạt</translation>
    </message>
    <message>
        <source>Coverage too low</source>
        <translation>Chưa đủ độ phủ</translation>
    </message>
    <message>
        <source>Outdated data</source>
        <translation>Số liệu cũ</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Chưa thể kết luận</translation>
    </message>
    <message>
        <source>No baseline</source>
        <translation>Thiếu mốc gốc</translation>
    </message>
    <message>
        <source>On track</source>
        <translation>Đúng lộ trình</translation>
    </message>
    <message>
        <source>Slightly behind</source>
        <translation>Chậm nhẹ</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Chậm</translation>
    </message>
    <message>
        <source>Far behind</source>
        <translation>Rất chậm</translation>
    </message>
    <message>
        <source>Moving backwards</source>
        <translation>Thụt lùi</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Xã, phường</translation>
    </message>
    <message>
        <source>Commune as listed</source>
        <translation>Xã, phường ghi trong danh sách</translation>
    </message>
    <message>
        <source>Old district</source>
        <translation>Huyện cũ</translation>
    </message>
    <message>
        <source>District as listed</source>
        <translation>Huyện ghi trong danh sách</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>Người đại diện</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Thư điện tử</translation>
    </message>
    <message>
        <source>Legal form</source>
        <translation>Loại hình</translation>
    </message>
    <message>
        <source>Main activity</source>
        <translation>Ngành nghề chính</translation>
    </message>
    <message>
        <source>Industry code (VSIC)</source>
        <translation>Mã ngành (VSIC)</translation>
    </message>
    <message>
        <source>Capital (million VND)</source>
        <translation>Vốn (triệu đồng)</translation>
    </message>
    <message>
        <source>Revenue (million VND)</source>
        <translation>Doanh thu (triệu đồng)</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>Ngày đăng ký</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Số lao động</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Status as listed</source>
        <translation>Tình trạng ghi trong danh sách</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Quy mô</translation>
    </message>
    <message>
        <source>Invented record</source>
        <translation>Bản ghi giả định</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Enterprise</source>
        <translation>Doanh nghiệp</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Nhân lực</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Out of</source>
        <translation>Trên tổng số</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tên gọi</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Mẫu phiếu</translation>
    </message>
    <message>
        <source>Version of the questionnaire</source>
        <translation>Phiên bản mẫu phiếu</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Results stand for</source>
        <translation>Số liệu tính đến ngày</translation>
    </message>
    <message>
        <source>Regime</source>
        <translation>Cách điều tra</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Địa bàn</translation>
    </message>
    <message>
        <source>Seed of the draw</source>
        <translation>Hạt giống chọn mẫu</translation>
    </message>
    <message>
        <source>Strata</source>
        <translation>Các tầng</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Mẫu</translation>
    </message>
    <message>
        <source>Check sum of the frame</source>
        <translation>Mã kiểm tra dàn mẫu</translation>
    </message>
    <message>
        <source>Size of the frame</source>
        <translation>Cỡ dàn mẫu</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Đợt</translation>
    </message>
    <message>
        <source>Respondent</source>
        <translation>Đơn vị trả lời</translation>
    </message>
    <message>
        <source>Stratum</source>
        <translation>Tầng</translation>
    </message>
    <message>
        <source>Completed on</source>
        <translation>Hoàn thành lúc</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Chữ ghi</translation>
    </message>
    <message>
        <source>Agency above</source>
        <translation>Cơ quan cấp trên</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa danh</translation>
    </message>
    <message>
        <source>Title of the signer</source>
        <translation>Chức vụ người ký</translation>
    </message>
    <message>
        <source>Name of the signer</source>
        <translation>Họ tên người ký</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Người lập biểu</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>Người kiểm tra</translation>
    </message>
    <message>
        <source>Receiving office</source>
        <translation>Đơn vị nhận báo cáo</translation>
    </message>
    <message>
        <source>Micro</source>
        <translation>Siêu nhỏ</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Nhỏ</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Vừa</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Lớn</translation>
    </message>
    <message>
        <source>Size unknown</source>
        <translation>Chưa rõ quy mô</translation>
    </message>
    <message>
        <source>Operating</source>
        <translation>Đang hoạt động</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Tạm ngừng</translation>
    </message>
    <message>
        <source>Dissolved</source>
        <translation>Đã giải thể</translation>
    </message>
    <message>
        <source>Moved away</source>
        <translation>Đã chuyển đi</translation>
    </message>
    <message>
        <source>Status unknown</source>
        <translation>Chưa rõ tình trạng</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Chưa làm</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Đang làm</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Census</source>
        <translation>Toàn bộ</translation>
    </message>
    <message>
        <source>Census in progress</source>
        <translation>Toàn bộ, đang thu thập</translation>
    </message>
    <message>
        <source>Probability sample</source>
        <translation>Chọn mẫu xác suất</translation>
    </message>
    <message>
        <source>Convenience selection</source>
        <translation>Chọn mẫu thuận tiện</translation>
    </message>
    <message>
        <source>Administrative data</source>
        <translation>Số liệu hành chính</translation>
    </message>
    <message>
        <source>Đắk Lắk before 1 July 2025</source>
        <translation>Đắk Lắk trước 01/7/2025</translation>
    </message>
    <message>
        <source>Đắk Lắk since 1 July 2025</source>
        <translation>Đắk Lắk từ 01/7/2025</translation>
    </message>
    <message>
        <source>enterprise</source>
        <translation>doanh nghiệp</translation>
    </message>
    <message>
        <source>questionnaire</source>
        <translation>phiếu</translation>
    </message>
    <message>
        <source>round</source>
        <translation>đợt</translation>
    </message>
    <message>
        <source>decision on a place name</source>
        <translation>quyết định về địa danh</translation>
    </message>
    <message>
        <source>plan event</source>
        <translation>sự kiện kế hoạch</translation>
    </message>
    <message>
        <source>office</source>
        <translation>cơ quan</translation>
    </message>
    <message>
        <source>Reliable</source>
        <translation>Đủ tin cậy</translation>
    </message>
    <message>
        <source>No answers</source>
        <translation>Không có phiếu trả lời</translation>
    </message>
    <message>
        <source>Low reliability</source>
        <translation>Độ tin cậy thấp</translation>
    </message>
    <message>
        <source>Partly imputed or merged</source>
        <translation>Một phần ước tính hoặc gộp ô</translation>
    </message>
    <message>
        <source>Provisional: the round is still open</source>
        <translation>Sơ bộ: đợt điều tra chưa đóng</translation>
    </message>
    <message>
        <source>Break in the series</source>
        <translation>Đứt chuỗi số liệu</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Bảo mật</translation>
    </message>
    <message>
        <source>a picture (PNG)</source>
        <translation>hình ảnh (PNG)</translation>
    </message>
    <message>
        <source>a picture (JPEG)</source>
        <translation>hình ảnh (JPEG)</translation>
    </message>
    <message>
        <source>a picture (GIF)</source>
        <translation>hình ảnh (GIF)</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>tài liệu PDF</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>tệp nén ZIP</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>tệp nén RAR</translation>
    </message>
    <message>
        <source>a Word document</source>
        <translation>văn bản Word</translation>
    </message>
    <message>
        <source>a PowerPoint presentation</source>
        <translation>bài trình chiếu PowerPoint</translation>
    </message>
    <message>
        <source>a picture (WebP)</source>
        <translation>hình ảnh (WebP)</translation>
    </message>
    <message>
        <source>a picture (BMP)</source>
        <translation>hình ảnh (BMP)</translation>
    </message>
    <message>
        <source>a picture (TIFF)</source>
        <translation>hình ảnh (TIFF)</translation>
    </message>
    <message>
        <source>a sound or film</source>
        <translation>tệp âm thanh hoặc phim</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>chương trình</translation>
    </message>
    <message>
        <source>a text document (RTF)</source>
        <translation>văn bản RTF</translation>
    </message>
    <message>
        <source>a text document</source>
        <translation>văn bản</translation>
    </message>
    <message>
        <source>a presentation</source>
        <translation>bài trình chiếu</translation>
    </message>
    <message>
        <source>a drawing</source>
        <translation>bản vẽ</translation>
    </message>
    <message>
        <source>an old Office file of another kind</source>
        <translation>tệp Office cũ thuộc loại khác</translation>
    </message>
    <message>
        <source>a 7z archive</source>
        <translation>tệp nén 7z</translation>
    </message>
    <message>
        <source>a GZIP archive</source>
        <translation>tệp nén GZIP</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>trang web</translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation>tệp XML</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>văn bản thuần</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>thư mục</translation>
    </message>
    <message>
        <source>an unknown kind of data</source>
        <translation>dữ liệu không rõ loại</translation>
    </message>
    <message>
        <source>it is not of the kind the question asks for</source>
        <translation>không đúng kiểu mà câu hỏi yêu cầu</translation>
    </message>
    <message>
        <source>it is not one of the choices</source>
        <translation>không có trong các lựa chọn</translation>
    </message>
    <message>
        <source>the question is computed, not asked</source>
        <translation>câu này được tính, không phải để hỏi</translation>
    </message>
    <message>
        <source>the question does not apply here</source>
        <translation>câu này không áp dụng ở đây</translation>
    </message>
    <message>
        <source>it holds characters that cannot be kept</source>
        <translation>có ký tự không lưu được</translation>
    </message>
    <message>
        <source>a date (YYYY-MM-DD)</source>
        <translation>ngày (NĂM-THÁNG-NGÀY)</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>số</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>số nguyên</translation>
    </message>
    <message>
        <source>QUESTION=VALUE</source>
        <translation>CÂU=GIÁ TRỊ</translation>
    </message>
    <message>
        <source>a JSON document</source>
        <translation>tài liệu JSON</translation>
    </message>
    <message>
        <source>a period such as 2026-II</source>
        <translation>kỳ, ví dụ 2026-II</translation>
    </message>
    <message>
        <source>return</source>
        <translation>biểu</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>biểu đồ</translation>
    </message>
    <message>
        <source>kind of picture file</source>
        <translation>loại tệp ảnh</translation>
    </message>
    <message>
        <source>kind of return file</source>
        <translation>loại tệp báo cáo</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>kế hoạch</translation>
    </message>
    <message>
        <source>survey regime</source>
        <translation>cách điều tra</translation>
    </message>
    <message>
        <source>territory</source>
        <translation>địa bàn</translation>
    </message>
    <message>
        <source>language</source>
        <translation>ngôn ngữ</translation>
    </message>
    <message>
        <source>target</source>
        <translation>chỉ tiêu</translation>
    </message>
    <message>
        <source>status</source>
        <translation>trạng thái</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>loại</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>byte</translation>
    </message>
    <message>
        <source>bytes once unpacked</source>
        <translation>byte sau khi giải nén</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>phần</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>dòng</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>cột</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>ô</translation>
    </message>
    <message>
        <source>seconds of reading</source>
        <translation>giây để đọc</translation>
    </message>
    <message>
        <source>bytes of memory</source>
        <translation>byte bộ nhớ</translation>
    </message>
    <message>
        <source>Digital transformation of enterprises by commune</source>
        <translation>Chuyển đổi số doanh nghiệp theo xã, phường</translation>
    </message>
</context>
<context>
    <name>verdicts</name>
    <message>
        <source>The plan sets no target here; the figure is only watched.</source>
        <translation>Kế hoạch không đặt chỉ tiêu ở đây; số liệu chỉ để theo dõi.</translation>
    </message>
    <message>
        <source>The plan sets no number here on purpose: level and trend are shown, never a pass mark.</source>
        <translation>Kế hoạch không nêu con số: chỉ trình bày mức và xu hướng, không kết luận đạt hay không đạt.</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet: neither answers of a survey round nor an event of the plan.</source>
        <translation>Chưa ghi nhận gì: chưa có phiếu của đợt điều tra, cũng chưa có sự kiện của kế hoạch.</translation>
    </message>
    <message>
        <source>Whatever the enterprises not yet reached will say, {0} is certain already; {1} is asked for.</source>
        <translation>Dù các doanh nghiệp chưa hỏi trả lời thế nào, {0} đã chắc chắn; yêu cầu là {1}.</translation>
    </message>
    <message>
        <source>Whatever the enterprises not yet reached will say, more than {0} is impossible; {1} was asked for.</source>
        <translation>Dù các doanh nghiệp chưa hỏi trả lời thế nào cũng không thể hơn {0}; yêu cầu là {1}.</translation>
    </message>
    <message>
        <source>The exact figure of {0} reaches the {1} that is asked for.</source>
        <translation>Con số chính xác {0} đã đạt yêu cầu {1}.</translation>
    </message>
    <message>
        <source>The exact figure of {0} lies beyond {1}.</source>
        <translation>Con số chính xác {0} vượt {1}.</translation>
    </message>
    <message>
        <source>The exact figure of {0} falls short of {1}.</source>
        <translation>Con số chính xác {0} chưa tới {1}.</translation>
    </message>
    <message>
        <source>The whole interval from {0} to {1} reaches the {2} that is asked for.</source>
        <translation>Cả khoảng tin cậy từ {0} đến {1} đều đạt yêu cầu {2}.</translation>
    </message>
    <message>
        <source>The whole interval from {0} to {1} lies beyond {2}.</source>
        <translation>Cả khoảng tin cậy từ {0} đến {1} đều vượt {2}.</translation>
    </message>
    <message>
        <source>{2} lies within the interval from {0} to {1}: more answers are needed to tell.</source>
        <translation>{2} nằm trong khoảng tin cậy từ {0} đến {1}: cần thêm phiếu mới kết luận được.</translation>
    </message>
    <message>
        <source>The due date is here, and {0} falls short of {1}.</source>
        <translation>Đã đến hạn mà {0} còn thấp hơn yêu cầu {1}.</translation>
    </message>
    <message>
        <source>The enterprises were chosen by convenience: counts are shown, an estimate would not be honest.</source>
        <translation>Doanh nghiệp được chọn theo thuận tiện: chỉ trình bày số đếm, ước lượng sẽ không trung thực.</translation>
    </message>
    <message>
        <source>{0} old district(s) have no answer at all, so nothing can be said for the whole territory yet.</source>
        <translation>{0} huyện cũ chưa có phiếu nào nên chưa thể nói gì cho toàn địa bàn.</translation>
    </message>
    <message>
        <source>Only {0} of the list is covered; at least {1} is needed to judge.</source>
        <translation>Mới phủ {0} danh sách; cần ít nhất {1} mới kết luận được.</translation>
    </message>
    <message>
        <source>Only {0} answers can be used; at least {1} are needed to judge.</source>
        <translation>Chỉ có {0} phiếu dùng được; cần ít nhất {1} mới kết luận được.</translation>
    </message>
    <message>
        <source>The interval reaches {0} points to either side; at most {1} are allowed to judge.</source>
        <translation>Khoảng tin cậy rộng {0} điểm về mỗi phía; tối đa {1} mới kết luận được.</translation>
    </message>
    <message>
        <source>The figure stands for a day {0} days away; at most {1} are allowed. A new figure is needed.</source>
        <translation>Số liệu cách ngày cần xét {0} ngày; tối đa {1}. Cần số liệu mới.</translation>
    </message>
    <message>
        <source>No baseline was recorded, so the path cannot be judged: {0} now, {1} asked for.</source>
        <translation>Chưa ghi nhận mốc gốc nên chưa xét được lộ trình: hiện là {0}, yêu cầu {1}.</translation>
    </message>
    <message>
        <source>The path begins only later; the figure stands at {0}.</source>
        <translation>Lộ trình chưa bắt đầu; số liệu hiện là {0}.</translation>
    </message>
    <message>
        <source>{0} of the progress required to date is made: {2}, where the path asks for {1}.</source>
        <translation>Đã đi được {0} quãng đường cần đi đến nay: {2}, trong khi lộ trình đòi hỏi {1}.</translation>
    </message>
    <message>
        <source>The path asks for {0} by now, not a whole one more than the {1} there are.</source>
        <translation>Đến nay lộ trình đòi hỏi {0}, chưa hơn trọn một đơn vị so với {1} hiện có.</translation>
    </message>
    <message>
        <source>The figure of {0} lies below the baseline of {1}.</source>
        <translation>Số liệu {0} thấp hơn mốc gốc {1}.</translation>
    </message>
    <message>
        <source>{0} covered, {1} needed</source>
        <translation>Mới phủ {0}, cần {1}</translation>
    </message>
    <message>
        <source>{0} answers, {1} needed</source>
        <translation>Có {0} phiếu, cần {1}</translation>
    </message>
    <message>
        <source>Interval of ± {0} points, {1} allowed</source>
        <translation>KTC rộng ± {0} điểm, tối đa {1}</translation>
    </message>
    <message>
        <source>Figure {0} days old</source>
        <translation>Số liệu cách {0} ngày</translation>
    </message>
    <message>
        <source>{0} districts without answers</source>
        <translation>{0} huyện cũ chưa có phiếu</translation>
    </message>
    <message>
        <source>Counts only, no estimate</source>
        <translation>Chỉ có số đếm, không ước lượng</translation>
    </message>
    <message>
        <source>{count} more by {day}</source>
        <translation>Cần thêm {count} trước {day}</translation>
    </message>
</context>
</TS>
