// Both libraries use every core; two tests at once only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
