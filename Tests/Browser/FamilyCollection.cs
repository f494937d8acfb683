using Xunit;

namespace Pana.Tests.Browser;

/// <summary>The longest test of all has a browser of its own, so that the others need not wait for it.</summary>
[CollectionDefinition(nameof(FamilyCollection))]
public sealed class FamilyCollection : ICollectionFixture<Chromium>;
