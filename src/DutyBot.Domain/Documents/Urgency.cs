namespace DutyBot.Domain.Documents;

/// <summary>Mức độ khẩn (NĐ 30/2020; R-02), in rising order.</summary>
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
