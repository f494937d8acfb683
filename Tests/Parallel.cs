using Pana.Tests.Support;
using Xunit;

// Browser, databases and hosts are waited for more than they are worked for: one test more than the two processors of a small machine.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
[assembly: TestCollectionOrderer(typeof(BrowserFirst))]
