using Xunit;

// Some tests weigh this process's memory, to which tests beside them would add.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
