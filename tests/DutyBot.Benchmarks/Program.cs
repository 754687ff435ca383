using System.CommandLine;
using DutyBot.Benchmarks;
using DutyBot.Benchmarks.Clocks;
using DutyBot.Benchmarks.Organisations;
using DutyBot.Benchmarks.Replies;
using DutyBot.Benchmarks.Servers;
using DutyBot.Benchmarks.Stores;

var quick = new Option<bool>("--quick") { Description = "Short warm-up and few rounds: to see that it runs, not to quote." };
var reply = new Command("reply", "The reply path against a bare endpoint, as ratios of one run.") { quick };
reply.SetAction(parsed => ReplyRun.Start(parsed.GetValue(quick) ? ReplyPlan.Quick : ReplyPlan.Full));

var store = new Command("store", "The operations of the two stores alone.") { quick };
store.SetAction(parsed => BenchmarkRun.Of<StoreBenchmarks>(parsed.GetValue(quick)));

var organisation = new Command("organisation", "Looking up units and people in an office of 3,500 units and 60,000 people.") { quick };
organisation.SetAction(parsed => BenchmarkRun.Of<OrganisationBenchmarks>(parsed.GetValue(quick)));

var clock = new Command("clock", "Looking for what is due, and dealing with it, with few open deadlines and with a million.") { quick };
clock.SetAction(parsed => ClockRun.Start(parsed.GetValue(quick) ? ClockPlan.Quick : ClockPlan.Full));

var growth = new Command("growth", "The reply among ten thousand duties and among a million.") { quick };
growth.SetAction(parsed => GrowthRun.Start(parsed.GetValue(quick) ? GrowthPlan.Quick : GrowthPlan.Full));

// What "clock" starts, so that the memory of a case is its own.
var place = new Argument<string>("place");
var prefix = new Argument<string>("prefix");
var probe = new Command("probe") { place, prefix };
probe.Hidden = true;
probe.SetAction(parsed => ClockProbe.Run(new ClockPlace(parsed.GetValue(place)!, parsed.GetValue(prefix)!)));

// What "reply" starts, so that the CPU time of a server is its own.
var kind = new Argument<ServerKind>("kind");
var serve = new Command("serve") { kind };
serve.Hidden = true;
serve.SetAction(parsed => Server.Run(parsed.GetValue(kind)));

return await new RootCommand("DutyBot's benchmarks.") { reply, store, organisation, clock, growth, serve, probe }
    .Parse(args)
    .InvokeAsync();
