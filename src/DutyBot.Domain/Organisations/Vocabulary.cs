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

/// <summary>How far a person is away.</summary>
public enum AbsenceGrade
{
    /// <summary>Takes nothing new, but may finish what they have.</summary>
    MayFinish,

    /// <summary>Cannot be reached.</summary>
    FullyAway,
}

/// <summary>How a unit came to its end (domain 1.4.14).</summary>
public enum Reorganisation
{
    Merged,
    Split,
    Dissolved,
}

/// <summary>What a unit may do in a field .</summary>
public enum CompetenceAction
{
    /// <summary>Quyết định: at most one unit per field and day.</summary>
    Decide,

    /// <summary>Tham mưu.</summary>
    Advise,

    /// <summary>Cho ý kiến phối hợp.</summary>
    Consult,
}

/// <summary>Whether DutyBot can serve a channel: only standard ones so far.</summary>
public enum ChannelKind
{
    Standard,
    Private,
    Shared,
}
