using System.CommandLine;
using DutyBot.Benchmarks;
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

// What "reply" starts, so that the CPU time of a server is its own.
var kind = new Argument<ServerKind>("kind");
var serve = new Command("serve") { kind };
serve.Hidden = true;
serve.SetAction(parsed => Server.Run(parsed.GetValue(kind)));

return await new RootCommand("DutyBot's benchmarks.") { reply, store, organisation, serve }
    .Parse(args)
    .InvokeAsync();
