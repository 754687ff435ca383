namespace DutyBot.Domain.Organisations;

/// <summary>What a unit is. Only <see cref="Leadership"/> and <see cref="Office"/> carry rights of their own.</summary>
public enum UnitKind
{
    /// <summary>Ban Giám đốc, lãnh đạo UBND: its head decides escalations, its head and deputies assign.</summary>
    Leadership,

    /// <summary>Văn phòng: urges, consolidates, manages the register.</summary>
    Office,

    /// <summary>Phòng.</summary>
    Division,

    /// <summary>Sở, ban, ngành.</summary>
    Department,

    /// <summary>Đơn vị sự nghiệp công lập.</summary>
    PublicServiceUnit,

    /// <summary>Xã.</summary>
    Commune,

    /// <summary>Phường.</summary>
    Ward,

    /// <summary>Đặc khu.</summary>
    SpecialZone,

    Other,
}

/// <summary>The position of an appointment, highest first: a person's own unit is the one of the highest.</summary>
public enum Position
{
    Head,
    Acting,
    Deputy,
    Officer,
    Clerk,
    FocalPoint,
    Monitor,
}

/// <summary>Rights that are granted to a person rather than held by appointment.</summary>
public enum Role
{
    Assigner,
    Leader,
    Admin,
    PersonnelBody,
    Auditor,
}

/// <summary>Which of the grantor's rights a delegation covers.</summary>
public enum DelegationScope
{
    Everything,

    /// <summary>Acting as head of the units the grantor heads.</summary>
    Headship,

    /// <summary>Assigning tasks and deciding on them.</summary>
    Assigning,
}

/// <summary>The language of the organisation's cards and reports.</summary>
public enum Language
{
    Vietnamese,
    English,
}
