package salesconveyor.engine;

import java.util.AbstractList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** Beans that need the engine themselves, looked up when they are first asked for. */
class LazyList<T> extends AbstractList<T> {
    private final ObjectProvider<T> provider;

    LazyList(ObjectProvider<T> provider) {
        this.provider = provider;
    }

    private List<T> beans() {
        return provider.orderedStream().toList();
    }

    @Override
    public T get(int index) {
        return beans().get(index);
    }

    @Override
    public int size() {
        return beans().size();
    }
}
