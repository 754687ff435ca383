namespace DutyBot.Benchmarks.Rounds;

/// <summary>Texts of the length people write.</summary>
internal static class SampleTexts
{
    public const string Work = "Rà soát quy hoạch các cụm công nghiệp trên địa bàn tỉnh giai đoạn 2026–2030";

    public const string View =
        "Phòng Kế hoạch - Tài chính đề nghị giữ nguyên quy hoạch đối với 12 cụm công nghiệp đã lấp đầy trên 60%, điều chỉnh ranh giới 03 cụm "
        + "và đưa ra khỏi quy hoạch 02 cụm chưa có nhà đầu tư hạ tầng sau 36 tháng; kinh phí rà soát lấy từ nguồn sự nghiệp kinh tế năm 2026.";

    public const string Opinion =
        "Khoản 2 Điều 5 của dự thảo trái khoản 1 Điều 14 Luật Đầu tư công: đề nghị sửa thời hạn hoàn thành hồ sơ từ 10 ngày thành 07 ngày làm việc, "
        + "bổ sung trách nhiệm của UBND cấp xã trong việc xác nhận hiện trạng sử dụng đất tại Phụ lục II, và nêu rõ nguồn kinh phí cho 03 cụm phải "
        + "điều chỉnh ranh giới. Số liệu tỷ lệ lấp đầy tại Bảng 3 cần cập nhật theo báo cáo quý III/2026 của Ban Quản lý.";

    public const string Remarks = "Đề nghị gửi kèm bản đồ tỷ lệ 1/10.000 của các cụm phải điều chỉnh.";
}
