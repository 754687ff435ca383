using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Storage;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

public abstract partial class StoreContract
{
    public static TheoryData<string, string> OddTexts =>
        new()
        {
            { "empty", "" },
            { "forbidden in keys", """/\#?;<>|!%+&='"`~^$ """ },
            { "percent escapes", "%2F%00%25" },
            { "emoji", "👩🏽‍💼📅✅" },
            { "Vietnamese, composed", "Nguyễn Thị Đượm, Ủy ban nhân dân phường".Normalize(System.Text.NormalizationForm.FormC) },
            { "Vietnamese, decomposed", "Nguyễn Thị Đượm, Ủy ban nhân dân phường".Normalize(System.Text.NormalizationForm.FormD) },
            { "control characters", "a\u0000b\u0001\t\r\n\u001f\u007f\u0085\u009f" },
            { "ends of planes", "\ufffe\uffff\u2028\u2029\U0010ffff" },
            { "blanks at both ends", "  x  " },
            { "like a date", "2026-03-02T01:00:00Z" },
        };

    public static TheoryData<string, string> LongTexts =>
        new()
        {
            { "64 KiB and one", new string('a', 65537) },
            { "Vietnamese", string.Concat(Enumerable.Repeat("Đề nghị báo cáo kết quả thực hiện. ", 2000)) },
            { "pairs at even places", string.Concat(Enumerable.Repeat("📅", 40_000)) },
            { "pairs at odd places", "x" + string.Concat(Enumerable.Repeat("📅", 40_000)) },
        };

    [Theory]
    [MemberData(nameof(OddTexts))]
    public async Task Odd_texts_are_kept_exactly(string _, string text)
    {
        var owner = Owner.Of(new UnitId(text));
        var draft = await Draft(NewDuty()) with
        {
            Title = text,
            Events = [new NewEvent(text, text, Now, text)],
            Effects = [new NewEffect(text, text, text, null)],
            After = [Owed(text, Now, owner)],
        };

        var written = await Append(draft);
        var leased = (await Lease(draft.Duty, Now)).ShouldHaveSingleItem();
        await Store.Settle(leased, new Settlement.Done(new PostedCard(text, text, text)), None);

        written.Events.ShouldHaveSingleItem().ShouldBe(new StoredEvent(1, text, text, Now, text, written.LastHash));
        (leased.Id, leased.Lane, leased.Json).ShouldBe((text, text, text));
        (await Store.FindCard(draft.Duty, text, None)).ShouldBe(new PostedCard(text, text, text));
        var row = new OwedRow(draft.Duty, text, ObligationKind.Complete, owner, Now, text, Now);
        (await Store.DueObligations(Now, 10, None)).ShouldBe([row]);
        (await Store.OwedBy(owner, None)).ShouldBe([row]);
    }

    [Theory]
    [MemberData(nameof(OddTexts))]
    public async Task Odd_keys_are_told_apart(string _, string text)
    {
        await Addresses.Remember(text, text, None);
        await Addresses.Remember(text + "1", "other", None);
        await Addresses.Remember(text + new string('x', 900), "long", None);
        await Addresses.Remember(text + new string('x', 901), "longer", None);

        (await Addresses.Find(text, None)).ShouldBe(text);
        (await Addresses.Find(text + "1", None)).ShouldBe("other");
        (await Addresses.Find(text + new string('x', 900), None)).ShouldBe("long");
        (await Addresses.Find(text + new string('x', 901), None)).ShouldBe("longer");
    }

    [Theory]
    [MemberData(nameof(LongTexts))]
    public async Task Long_texts_are_kept_exactly(string _, string text)
    {
        var draft = await Draft(NewDuty(), text, text) with { Effects = [new NewEffect("e", "post", text, null)], Title = text };

        var written = await Append(draft with { After = [Owed("reply", Now)] });
        var leased = (await Lease(draft.Duty, Now)).ShouldHaveSingleItem();
        await Store.Settle(leased, new Settlement.Dead(text), None);
        await Addresses.Remember("person|1", text, None);

        written.Events.Select(stored => stored.Json).ShouldBe([text, text]);
        HashChain.FirstBrokenLink(written).ShouldBeNull();
        (await Store.DeadEffects(1, None)).ShouldBe([new DeadEffect(draft.Duty, "e", text, 1, text)]);
        (await Store.DueObligations(Now, 1, None)).ShouldHaveSingleItem().Title.ShouldBe(text);
        (await Addresses.Find("person|1", None)).ShouldBe(text);
    }

    [Fact]
    public async Task A_hundred_rows_are_kept_and_one_more_is_refused()
    {
        var duty = NewDuty();
        var tooMany = await Draft(duty, [.. Enumerable.Range(0, 50).Select(i => $"{i}")]) with
        {
            Effects = [.. Enumerable.Range(0, 50).Select(i => Effect($"e{i}"))],
            After = [Owed("complete", Now)],
        };

        await Refused(tooMany);

        (await Append(tooMany with { Effects = [.. tooMany.Effects.Skip(1)] })).Events.Count.ShouldBe(50);
    }

    [Fact]
    public async Task What_does_not_fit_one_atomic_write_is_refused()
    {
        var draft = await Draft(NewDuty(), "{}");
        string[] halves = [new('a', 400_000), new('b', 400_000)];

        await Refused(draft with { Events = [draft.Events[0] with { Json = new string('x', 600_000) }] });
        await Refused(draft with { Events = [.. Enumerable.Repeat(draft.Events[0] with { Json = halves[0] }, 11)] });
        await Refused(draft with { Effects = [.. halves.Select(half => Effect(half) with { Json = new string('đ', 400_000) })] });
        await Refused(draft with { After = [Owed(new string('x', 2000), Now)] });
    }

    [Fact]
    public async Task What_means_nothing_is_refused()
    {
        var draft = await Draft(NewDuty(), "{}");

        await Refused(draft with { Events = [] });
        await Refused(draft with { Effects = [Effect("same"), Effect("same")] });
        await Refused(draft with { After = [Owed("same", Now), Owed("same", null)] });
        await Refused(draft with { Events = [draft.Events[0] with { Json = "half a pair: \ud83d" }] });
        await Refused(draft with { Title = "half a pair: \udcc5" });
    }

    [Fact]
    public async Task The_largest_append_that_is_accepted_is_stored()
    {
        var draft = await Draft(NewDuty(), [.. Enumerable.Repeat(new string('x', 480 * 1024), 8)]);

        (await Append(draft)).Events.Count.ShouldBe(8);
    }

    private async Task Refused(DutyAppend append)
    {
        await Should.ThrowAsync<ArgumentException>(async () => await Store.Append(append, None));

        (await Store.Load(append.Duty, None)).Version.ShouldBe(DutyVersion.New);
        (await Lease(append.Duty, In(60))).ShouldBeEmpty();
        (await Store.DueObligations(In(60), 1, None)).ShouldBeEmpty();
    }
}
