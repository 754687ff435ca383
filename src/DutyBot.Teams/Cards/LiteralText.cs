using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DutyBot.Teams.Cards;

/// <summary>
/// Writes plain text so that a renderer's Markdown shows exactly it: what a person typed can neither become a link nor lose a star or a line
/// break. Numbered and bulleted lines are left alone (they look as typed), and several empty lines show as one.
/// </summary>
internal sealed class LiteralText : JsonConverter<string>
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<>#{\n");

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.AsSpan().ContainsAny(Special) ? Escape(value) : value);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var before = i == 0 ? '\n' : text[i - 1];
            var after = i == text.Length - 1 ? '\n' : text[i + 1];
            switch (text[i])
            {
                // One line break is only a blank to Markdown.
                case '\n' when before != '\n':
                    escaped.Append("\n\n");
                    break;
                case '\n':
                    break;
                case '{' when before == '{':
                    // Keeps "{{DATE(…)}}" from being computed.
                    escaped.Append("\u200B{");
                    break;
                case var letter:
                    escaped.Append(IsMarkup(letter, before, after) ? "\\" : "").Append(letter);
                    break;
            }
        }

        return escaped.ToString();
    }

    // Only what would change the text: some phones show a backslash they do not need.
    private static bool IsMarkup(char letter, char before, char after) =>
        letter switch
        {
            '\\' => char.IsPunctuation(after) || char.IsSymbol(after),
            '`' or '*' or '[' or ']' => true,
            '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
            '#' or '>' => before == '\n',
            _ => false,
        };
}
