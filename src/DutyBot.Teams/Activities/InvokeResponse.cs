using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace DutyBot.Teams.Activities;

/// <summary>
/// Bodies of invoke responses: <c>{statusCode, type, value}</c> for card actions
/// (https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format) and <c>{task: {type, value}}</c> for
/// dialogs (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots).
/// </summary>
internal static class InvokeResponse
{
    public static Task Write(HttpResponse response, Activity invoke, ActivityAnswer answer)
    {
        if (answer is ActivityAnswer.Accepted)
        {
            return Task.CompletedTask;
        }

        var body = new ArrayBufferWriter<byte>(CardLength(answer) + 512);
        using (var json = new Utf8JsonWriter(body, OutgoingActivity.Json))
        {
            if (invoke.IsDialog)
            {
                WriteTask(json, answer);
            }
            else
            {
                WriteAction(json, answer);
            }
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.WrittenCount;
        return response.Body.WriteAsync(body.WrittenMemory).AsTask();
    }

    private static int CardLength(ActivityAnswer answer) =>
        answer switch
        {
            ActivityAnswer.Card card => card.Utf8Json.Length,
            ActivityAnswer.Dialog dialog => dialog.Utf8Json.Length,
            _ => 0,
        };

    private static void WriteAction(Utf8JsonWriter json, ActivityAnswer answer)
    {
        switch (answer)
        {
            case ActivityAnswer.Card card:
                WriteAction(json, 200, OutgoingActivity.AdaptiveCard);
                json.WriteRawValue(card.Utf8Json.Span, skipInputValidation: true);
                break;
            case ActivityAnswer.Dialog dialog:
                WriteAction(json, 200, OutgoingActivity.AdaptiveCard);
                json.WriteRawValue(dialog.Utf8Json.Span, skipInputValidation: true);
                break;
            case ActivityAnswer.Message message:
                WriteAction(json, 200, "application/vnd.microsoft.activity.message");
                json.WriteStringValue(message.Text);
                break;
            case ActivityAnswer.Error error:
                WriteError(json, error.StatusCode, error.Code, error.Text);
                break;
            default:
                WriteError(json, StatusCodes.Status501NotImplemented, "NotImplemented", "NotImplemented");
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter json, int statusCode, string code, string text)
    {
        WriteAction(json, statusCode, "application/vnd.microsoft.error");
        json.WriteStartObject();
        json.WriteString("code"u8, code);
        json.WriteString("message"u8, text);
        json.WriteEndObject();
    }

    private static void WriteAction(Utf8JsonWriter json, int statusCode, string type)
    {
        json.WriteStartObject();
        json.WriteNumber("statusCode"u8, statusCode);
        json.WriteString("type"u8, type);
        json.WritePropertyName("value"u8);
    }

    private static void WriteTask(Utf8JsonWriter json, ActivityAnswer answer)
    {
        json.WriteStartObject();
        json.WriteStartObject("task"u8);
        switch (answer)
        {
            case ActivityAnswer.Card card:
                WriteDialog(json, new ActivityAnswer.Dialog(card.Summary ?? "", card.Utf8Json));
                break;
            case ActivityAnswer.Dialog dialog:
                WriteDialog(json, dialog);
                break;
            case ActivityAnswer.Message message:
                WriteTaskMessage(json, message.Text);
                break;
            case ActivityAnswer.Error error:
                WriteTaskMessage(json, error.Text);
                break;
            default:
                WriteTaskMessage(json, "NotImplemented");
                break;
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTaskMessage(Utf8JsonWriter json, string text)
    {
        json.WriteString("type"u8, "message"u8);
        json.WriteString("value"u8, text);
    }

    private static void WriteDialog(Utf8JsonWriter json, ActivityAnswer.Dialog dialog)
    {
        var size = dialog.Size switch
        {
            DialogSize.Small => "small",
            DialogSize.Medium => "medium",
            _ => "large",
        };
        json.WriteString("type"u8, "continue"u8);
        json.WriteStartObject("value"u8);
        json.WriteString("title"u8, dialog.Title);
        json.WriteString("height"u8, size);
        json.WriteString("width"u8, size);
        json.WriteStartObject("card"u8);
        json.WriteString("contentType"u8, OutgoingActivity.AdaptiveCard);
        json.WritePropertyName("content"u8);
        json.WriteRawValue(dialog.Utf8Json.Span, skipInputValidation: true);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
