using CsCheck;

namespace DutyBot.Tests.Domain.Text;

/// <summary>Any UTF-16 at all, lone surrogates and noncharacters included (CsCheck's own <c>Gen.Char</c> is ASCII).</summary>
internal static class AnyText
{
    private static readonly Gen<char> AnyChar = Gen.Int[0, 0xFFFF].Select(i => (char)i);

    // ASCII as often as the rest, so that texts have words.
    private static readonly Gen<char> Character = Gen.OneOf(Gen.Char, AnyChar);

    public static Gen<string> UpTo(int length) => Gen.String[Character, 0, length];
}
