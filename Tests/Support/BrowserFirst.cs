using Pana.Tests.Browser;
using Xunit.Sdk;
using Xunit.v3;

namespace Pana.Tests.Support;

/// <summary>The tests that share a browser run one after another and are the longest rows: begun last, they would be waited for alone.</summary>
public sealed class BrowserFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => collection.TestCollectionClassName == typeof(ChromiumCollection).FullName ? 0
            : collection.TestCollectionClassName == typeof(FamilyCollection).FullName ? 1
            : 2)];
}
