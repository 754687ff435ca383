namespace DutyBot.Domain.Documents;

/// <summary>Mức độ khẩn, rising (NĐ 30/2020; R-02).</summary>
public enum Urgency
{
    /// <summary>Thường.</summary>
    Normal,

    /// <summary>Khẩn.</summary>
    Urgent,

    /// <summary>Thượng khẩn.</summary>
    VeryUrgent,

    /// <summary>Hỏa tốc.</summary>
    Flash,
}
