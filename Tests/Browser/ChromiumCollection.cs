using Xunit;

namespace Pana.Tests.Browser;

/// <summary>Tests that share the one browser run one after another.</summary>
[CollectionDefinition(nameof(ChromiumCollection))]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>;
