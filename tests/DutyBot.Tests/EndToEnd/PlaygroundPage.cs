using System.Globalization;
using System.Text.RegularExpressions;
using DutyBot.Tests.Fixtures;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace DutyBot.Tests.EndToEnd;

/// <summary>The Playground in a browser, in the words of somebody who uses it.</summary>
internal sealed class PlaygroundPage(IPage page, string story)
{
    private static readonly string[] MonthNames = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    // A full run keeps both cores busy; waiting ends as soon as the thing is there.
    private const float Patience = 120_000;
    private int shots;

    public static async Task<PlaygroundPage> Open(IBrowser browser, string address, string story)
    {
        var page = await browser.NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = 1500, Height = 1300 },
                Locale = "vi-VN",
            }
        );
        page.SetDefaultTimeout(Patience);
        SetDefaultExpectTimeout(Patience);
        await page.GotoAsync(address);
        return new PlaygroundPage(page, story);
    }

    public async Task GoTo(string conversation)
    {
        await page.GetByRole(AriaRole.Treeitem).Filter(new() { HasText = conversation }).Last.ClickAsync();
        await Expect(page.Locator("[contenteditable=true][role=textbox]").First).ToBeVisibleAsync();
    }

    public async Task Say(string line)
    {
        var editor = page.Locator("[contenteditable=true][role=textbox]").Last;
        await editor.ClickAsync();
        await editor.PressSequentiallyAsync(line);
        await Expect(editor).ToHaveTextAsync(line);
        await page.Keyboard.PressAsync("Enter");
    }

    public async Task Play(string person)
    {
        await GoTo("Personal Chat");
        await Say($"đóng vai {person}");
        await Expect(page.GetByText($"Đang đóng vai: {person}.").Last).ToBeVisibleAsync();
    }

    /// <summary>A day comes, and goes on minute by minute, until somebody is told: notices wait a little for each other.</summary>
    public async Task PassTo(LocalDate day, string words)
    {
        await GoTo("Personal Chat");
        for (var minute = 10; minute < 60 && !await IsSaid(words); minute += 5)
        {
            await Say($"đến ngày {day:dd/MM/uuuu} 09:{minute}");
            await Expect(page.GetByText($"Bây giờ là 09:{minute}").Last).ToBeVisibleAsync();
        }

        await Expect(page.GetByText(words).Last).ToBeVisibleAsync();
    }

    // As long as the clock takes to look again.
    private async Task<bool> IsSaid(string words)
    {
        try
        {
            await page.GetByText(words).Last.WaitForAsync(new() { Timeout = 12_000 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>The newest card that shows all of these words.</summary>
    public ILocator Card(params string[] words)
    {
        var cards = page.Locator(".ac-preview-panel");
        return words.Aggregate(cards, (found, word) => found.Filter(new() { HasText = word })).Last;
    }

    /// <summary>The newest post of a channel stands first.</summary>
    public ILocator Post(params string[] words)
    {
        var cards = page.Locator(".ac-preview-panel");
        return words.Aggregate(cards, (found, word) => found.Filter(new() { HasText = word })).First;
    }

    public static Task Press(ILocator card, string button) =>
        card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    public static Task Sees(ILocator card, string words) => Expect(card).ToContainTextAsync(words);

    public static async Task Fill(ILocator card, string label, string value)
    {
        var input = card.GetByLabel(Labelled(label)).Last;
        await input.FillAsync(value);
        await Expect(input).ToHaveValueAsync(value);
    }

    public async Task Choose(ILocator card, string label, string option)
    {
        await card.GetByLabel(Labelled(label)).Last.ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).ClickAsync();
    }

    /// <summary>Types into the host's own search for people and takes whom it shows.</summary>
    public async Task PickPerson(ILocator card, string label, string typed, string person)
    {
        // The search has a name of its own; the label stands before it.
        await card.Locator($"xpath=.//label[contains(., '{label}')]/following::input[1]").PressSequentiallyAsync(typed);
        await page.Locator("[role=option]").Filter(new() { HasText = person }).First.ClickAsync();
    }

    public static Task Tick(ILocator card, string label) => card.GetByLabel(Labelled(label)).Last.CheckAsync();

    /// <summary>One of the choices that are all visible.</summary>
    public static Task Pick(ILocator card, string option) =>
        card.GetByRole(AriaRole.Radio, new() { NameRegex = Labelled(option) }).First.CheckAsync();

    public async Task PickDate(ILocator card, string label, LocalDate date)
    {
        var input = card.GetByLabel(Labelled(label)).Last;
        await input.ClickAsync();
        var month = $"{MonthNames[date.Month - 1]} {date.Year}";
        while (await page.Locator($"[aria-label='{month}']").CountAsync() == 0)
        {
            await page.Locator(".fui-CalendarDay__headerIconButton").Last.ClickAsync();
        }

        await page.Locator($".fui-CalendarDayGrid__dayButton[aria-label^='{date.Day}, {MonthNames[date.Month - 1]}']").First.ClickAsync();
        await Expect(input).Not.ToHaveValueAsync("");
    }

    /// <summary>Keeps what is on the screen beside the test results.</summary>
    public async Task Shot(string what)
    {
        var folder = Repository.Path("artifacts", "screenshots", story);
        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{++shots:00}-{what}.png"), FullPage = true });
    }

    // Labels may go on with "(bắt buộc)" and, after a refusal, with "cần xem lại".
    private static Regex Labelled(string label) => new("^" + Regex.Escape(label));
}
