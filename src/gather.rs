/// `collect` for vectors, in a third of the code: each of `collect`'s many kinds of iterator brings three functions of its own.
pub(crate) trait Gather: Iterator + Sized {
    /// All items, in a vector.
    fn gather(self) -> Vec<Self::Item> {
        let mut items = Vec::new();
        for item in self {
            items.push(item);
        }
        items
    }
}

impl<I: Iterator> Gather for I {}
