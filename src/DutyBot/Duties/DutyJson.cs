using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Inboxes;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Domain.Urgings;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace DutyBot.Duties;

/// <summary>
/// How events and effects are written down. The names in it are part of the record: renaming a type is free, renaming a discriminator or a
/// property is a migration (the approved samples of the tests notice).
/// </summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(TaskEvent))]
[JsonSerializable(typeof(ConsultationEvent))]
[JsonSerializable(typeof(EscalationEvent))]
[JsonSerializable(typeof(OrganisationEvent))]
[JsonSerializable(typeof(ReminderEvent))]
[JsonSerializable(typeof(InboxEvent))]
[JsonSerializable(typeof(UrgingEvent))]
[JsonSerializable(typeof(CampaignEvent))]
[JsonSerializable(typeof(Effect))]
[JsonSerializable(typeof(TaskEvent.Cancelled), TypeInfoPropertyName = "TaskCancelled")]
[JsonSerializable(typeof(CampaignEvent.Cancelled), TypeInfoPropertyName = "CampaignCancelled")]
[JsonSerializable(typeof(CampaignEvent.Opened), TypeInfoPropertyName = "CampaignOpened")]
[JsonSerializable(typeof(CampaignEvent.Closed), TypeInfoPropertyName = "CampaignClosed")]
[JsonSerializable(typeof(CampaignEvent.NoticesGiven), TypeInfoPropertyName = "CampaignNoticesGiven")]
[JsonSerializable(typeof(TaskEvent.ReturnRejected), TypeInfoPropertyName = "TaskReturnRejected")]
[JsonSerializable(typeof(TaskEvent.UnitSucceeded), TypeInfoPropertyName = "TaskUnitSucceeded")]
[JsonSerializable(typeof(ConsultationEvent.UnitSucceeded), TypeInfoPropertyName = "ConsultationUnitSucceeded")]
[JsonSerializable(typeof(EscalationEvent.UnitSucceeded), TypeInfoPropertyName = "EscalationUnitSucceeded")]
[JsonSerializable(typeof(ReminderEvent.Issued), TypeInfoPropertyName = "ReminderIssued")]
[JsonSerializable(typeof(ReminderEvent.Withdrawn), TypeInfoPropertyName = "ReminderWithdrawn")]
[JsonSerializable(typeof(TaskEvent.NoticesGiven), TypeInfoPropertyName = "TaskNoticesGiven")]
[JsonSerializable(typeof(ConsultationEvent.NoticesGiven), TypeInfoPropertyName = "ConsultationNoticesGiven")]
[JsonSerializable(typeof(EscalationEvent.NoticesGiven), TypeInfoPropertyName = "EscalationNoticesGiven")]
[JsonSerializable(typeof(TaskCommand.SucceedUnit), TypeInfoPropertyName = "TaskSucceedUnit")]
[JsonSerializable(typeof(ConsultationCommand.SucceedUnit), TypeInfoPropertyName = "ConsultationSucceedUnit")]
[JsonSerializable(typeof(EscalationCommand.SucceedUnit), TypeInfoPropertyName = "EscalationSucceedUnit")]
[JsonSerializable(typeof(TaskCommand.RecountTerms), TypeInfoPropertyName = "TaskRecountTerms")]
[JsonSerializable(typeof(ConsultationCommand.RecountTerms), TypeInfoPropertyName = "ConsultationRecountTerms")]
[JsonSerializable(typeof(EscalationCommand.RecountTerms), TypeInfoPropertyName = "EscalationRecountTerms")]
[JsonSerializable(typeof(TaskEvent.TermsRecounted), TypeInfoPropertyName = "TaskTermsRecounted")]
[JsonSerializable(typeof(ConsultationEvent.TermsRecounted), TypeInfoPropertyName = "ConsultationTermsRecounted")]
[JsonSerializable(typeof(EscalationEvent.TermsRecounted), TypeInfoPropertyName = "EscalationTermsRecounted")]
internal sealed partial class DutyJsonContext : JsonSerializerContext;

internal static class DutyJson
{
    public static JsonSerializerOptions Options { get; } = Build();

    private static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Vietnamese stays readable in the record; it is never embedded in HTML as it is.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = DutyJsonContext.Default,
        };
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.Converters.Add(new TextConverter<DutyId>(DutyId.Parse, id => id.Value));
        options.Converters.Add(new TextConverter<PersonId>(text => new PersonId(text), id => id.Value));
        options.Converters.Add(new TextConverter<UnitId>(text => new UnitId(text), id => id.Value));
        options.Converters.Add(new TextConverter<DocumentSymbol>(DocumentSymbol.Parse, symbol => symbol.Value));
        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>A value that is one word in JSON.</summary>
    private sealed class TextConverter<T>(Func<string, T> parse, Func<T, string> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
