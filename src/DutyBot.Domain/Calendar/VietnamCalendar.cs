using NodaTime;
using static DutyBot.Domain.Calendar.CalendarEntryKind;

namespace DutyBot.Domain.Calendar;

/// <summary>
/// The days off and the swapped days of the public sector that DutyBot starts with, 2024–2027, each with its source; the office adds to them.
/// Holidays that fall on a weekly rest day are not listed: they change nothing but through their day in lieu.
/// </summary>
public static class VietnamCalendar
{
    private const string Law = "Bộ luật Lao động 2019, điều 112.1";
    private const string Substitute = "Bộ luật Lao động 2019, điều 111.3";
    private const string CultureDay = "28/2026/QH16, điều 2";
    private const string For2024 = "5015/TB-LĐTBXH";
    private const string Swap2024 = "1570/TB-LĐTBXH";
    private const string For2025 = "6150/TB-BLĐTBXH (03/12/2024)";
    private const string For2026 = "9441/TB-BNV (16/10/2025)";
    private const string NewYear2026 = "12729/VPCP-KGVX (25/12/2025)";
    private const string April2026 = "3383/BNV-CVL (10/4/2026)";

    // Known from the press only; the notice itself is to be entered as the source once the office has it.
    private const string For2027 = "Thông tin báo chí của Văn phòng Chính phủ (02/10/2026)";

    /// <summary>UTC+7 without summer time (Quyết định 134/2002/QĐ-TTg), so no time zone database is needed to count a deadline.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZone.ForOffset(Offset.FromHours(7));

    public static IReadOnlyList<CalendarEntry> Entries { get; } =
    [
        On(2024, 1, 1, Holiday, "Tết Dương lịch", Law),
        On(2024, 2, 8, Holiday, "Tết Nguyên đán", For2024),
        On(2024, 2, 9, Holiday, "Tết Nguyên đán", For2024),
        On(2024, 2, 12, Holiday, "Tết Nguyên đán", For2024),
        On(2024, 2, 13, InLieu, "Nghỉ bù Tết Nguyên đán", For2024),
        On(2024, 2, 14, InLieu, "Nghỉ bù Tết Nguyên đán", For2024),
        On(2024, 4, 18, Holiday, "Giỗ Tổ Hùng Vương", Law),
        On(2024, 4, 29, SwapOff, "Hoán đổi với thứ Bảy 04/5", Swap2024),
        On(2024, 4, 30, Holiday, "Ngày Chiến thắng", Law),
        On(2024, 5, 1, Holiday, "Ngày Quốc tế Lao động", Law),
        On(2024, 5, 4, SwapWork, "Làm bù cho thứ Hai 29/4", Swap2024),
        On(2024, 9, 2, Holiday, "Quốc khánh", For2024),
        On(2024, 9, 3, Holiday, "Quốc khánh", For2024),
        On(2025, 1, 1, Holiday, "Tết Dương lịch", Law),
        On(2025, 1, 27, Holiday, "Tết Nguyên đán", For2025),
        On(2025, 1, 28, Holiday, "Tết Nguyên đán", For2025),
        On(2025, 1, 29, Holiday, "Tết Nguyên đán", For2025),
        On(2025, 1, 30, Holiday, "Tết Nguyên đán", For2025),
        On(2025, 1, 31, Holiday, "Tết Nguyên đán", For2025),
        On(2025, 4, 7, Holiday, "Giỗ Tổ Hùng Vương", Law),
        On(2025, 4, 26, SwapWork, "Làm bù cho thứ Sáu 02/5", For2025),
        On(2025, 4, 30, Holiday, "Ngày Chiến thắng", Law),
        On(2025, 5, 1, Holiday, "Ngày Quốc tế Lao động", Law),
        On(2025, 5, 2, SwapOff, "Hoán đổi với thứ Bảy 26/4", For2025),
        On(2025, 9, 1, Holiday, "Quốc khánh", For2025),
        On(2025, 9, 2, Holiday, "Quốc khánh", For2025),
        On(2026, 1, 1, Holiday, "Tết Dương lịch", Law),
        On(2026, 1, 2, SwapOff, "Hoán đổi với thứ Bảy 10/01", NewYear2026),
        On(2026, 1, 10, SwapWork, "Làm bù cho thứ Sáu 02/01", NewYear2026),
        On(2026, 2, 16, Holiday, "Tết Nguyên đán", For2026),
        On(2026, 2, 17, Holiday, "Tết Nguyên đán", For2026),
        On(2026, 2, 18, Holiday, "Tết Nguyên đán", For2026),
        On(2026, 2, 19, Holiday, "Tết Nguyên đán", For2026),
        On(2026, 2, 20, Holiday, "Tết Nguyên đán", For2026),
        On(2026, 4, 27, InLieu, "Nghỉ bù Giỗ Tổ Hùng Vương (Chủ nhật 26/4)", Substitute),
        On(2026, 4, 30, Holiday, "Ngày Chiến thắng", April2026),
        On(2026, 5, 1, Holiday, "Ngày Quốc tế Lao động", April2026),
        On(2026, 8, 22, SwapWork, "Làm bù cho thứ Hai 31/8", For2026),
        On(2026, 8, 31, SwapOff, "Hoán đổi với thứ Bảy 22/8", For2026),
        On(2026, 9, 1, Holiday, "Quốc khánh", For2026),
        On(2026, 9, 2, Holiday, "Quốc khánh", For2026),
        On(2026, 11, 24, Holiday, "Ngày Văn hóa Việt Nam", CultureDay),
        On(2027, 1, 1, Holiday, "Tết Dương lịch", Law),
        On(2027, 2, 4, Holiday, "Tết Nguyên đán", For2027),
        On(2027, 2, 5, Holiday, "Tết Nguyên đán", For2027),
        On(2027, 2, 8, Holiday, "Tết Nguyên đán", For2027),
        On(2027, 2, 9, InLieu, "Nghỉ bù Tết Nguyên đán", For2027),
        On(2027, 2, 10, InLieu, "Nghỉ bù Tết Nguyên đán", For2027),
        On(2027, 4, 16, Holiday, "Giỗ Tổ Hùng Vương", Law),
        On(2027, 4, 30, Holiday, "Ngày Chiến thắng", Law),
        On(2027, 5, 3, InLieu, "Nghỉ bù Ngày Quốc tế Lao động (thứ Bảy 01/5)", Substitute),
        On(2027, 9, 2, Holiday, "Quốc khánh", For2027),
        On(2027, 9, 3, Holiday, "Quốc khánh", For2027),
        On(2027, 11, 24, Holiday, "Ngày Văn hóa Việt Nam", CultureDay),
    ];

    /// <summary>The seeded calendar with the default working hours.</summary>
    public static WorkingCalendar Default { get; } = new(Entries, Zone, WorkHours.Default);

    private static CalendarEntry On(int year, int month, int day, CalendarEntryKind kind, string name, string source) =>
        new(new LocalDate(year, month, day), kind, name, source);
}
