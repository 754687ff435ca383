using System.Security.Cryptography;

namespace DutyBot.Tests.Manifest;

public sealed class IconTests
{
    [Fact]
    public void The_colour_icon_is_a_full_square_of_192_pixels()
    {
        var icon = Icon("color");

        (icon.Width, icon.Height).ShouldBe((192, 192));
        icon.Pixels.ShouldAllBe(pixel => pixel.Alpha == 255);
    }

    [Fact]
    public void The_colour_icon_has_the_accent_colour_behind_it()
    {
        var (red, green, blue, _) = Icon("color").Pixels[0];

        $"#{red:X2}{green:X2}{blue:X2}".ShouldBe(AppPackage.Vietnamese["accentColor"]!.GetValue<string>());
    }

    [Fact]
    public void The_colour_icons_symbol_keeps_clear_of_the_edges_that_Teams_crops()
    {
        var icon = Icon("color");
        var background = icon.Pixels[0];

        for (var i = 0; i < icon.Pixels.Count; i++)
        {
            var (x, y) = (i % icon.Width, i / icon.Width);
            if (Math.Min(Math.Min(x, 191 - x), Math.Min(y, 191 - y)) < 24)
            {
                icon.Pixels[i].ShouldBe(background, $"at {x},{y}");
            }
        }
    }

    [Fact]
    public void The_outline_icon_is_32_pixels_of_white_on_transparent()
    {
        var icon = Icon("outline");

        (icon.Width, icon.Height).ShouldBe((32, 32));
        icon.Pixels.Where(pixel => pixel.Alpha > 0).ShouldAllBe(pixel => pixel.Red == 255 && pixel.Green == 255 && pixel.Blue == 255);
        icon.Pixels.Count(pixel => pixel.Alpha == 255).ShouldBeGreaterThan(60, "strokes must lie on whole pixels to be crisp");
        icon.Pixels.Count(pixel => pixel.Alpha == 0).ShouldBeGreaterThan(32 * 32 / 2);
    }

    [Fact]
    public void The_outline_icon_uses_the_room_it_has()
    {
        var icon = Icon("outline");
        var drawn = Enumerable.Range(0, icon.Pixels.Count).Where(i => icon.Pixels[i].Alpha > 0).ToList();

        drawn.Min(i => i / icon.Width).ShouldBeInRange(1, 3, "one pixel of air above");
        drawn.Max(i => i / icon.Width).ShouldBeInRange(28, 30, "one pixel of air below");
    }

    [Theory]
    [InlineData("icon.svg")]
    [InlineData("color.png")]
    [InlineData("outline.svg")]
    [InlineData("outline.png")]
    public void The_icons_were_rendered_from_the_sources_beside_them(string name)
    {
        var recorded = File.ReadLines(AppPackage.File("icons.sha256"))
            .Select(line => line.Split("  "))
            .ToDictionary(line => line[1], line => line[0]);

        Convert
            .ToHexStringLower(SHA256.HashData(File.ReadAllBytes(AppPackage.File(name))))
            .ShouldBe(recorded[name], "run manifest/render-icons.sh after a change");
    }

    [Fact]
    public void The_sources_are_drawn_in_the_accent_colour_and_without_text()
    {
        var accent = AppPackage.Vietnamese["accentColor"]!.GetValue<string>();

        File.ReadAllText(AppPackage.File("icon.svg")).ShouldContain($"fill=\"{accent}\"", Case.Insensitive);
        foreach (var source in new[] { "icon.svg", "outline.svg" })
        {
            File.ReadAllText(AppPackage.File(source)).ShouldNotContain("<text", Case.Insensitive);
        }
    }

    private static Png Icon(string name) => Png.Read(AppPackage.File(AppPackage.Vietnamese["icons"]![name]!.GetValue<string>()));
}
