package dev.portico.catalog.internal.source;

import java.util.Iterator;
import java.util.function.Function;

/// An iterator over what a function makes of another's elements, one at a time.
record Mapped<A, B>(Iterator<A> source, Function<A, B> function) implements Iterator<B> {

    @Override
    public boolean hasNext() {
        return source.hasNext();
    }

    @Override
    public B next() {
        return function.apply(source.next());
    }
}
