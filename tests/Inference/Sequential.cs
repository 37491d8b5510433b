using Xunit;

// Every session has as many threads as there are cores; several at once only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
