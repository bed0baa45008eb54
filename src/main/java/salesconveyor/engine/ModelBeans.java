package salesconveyor.engine;

import java.util.AbstractMap;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/** The beans that an expression in a model may name: delegates and listeners, not every bean of the application. */
class ModelBeans extends AbstractMap<Object, Object> {
    private final BeanFactory beans;

    ModelBeans(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        if (!(key instanceof String name) || !beans.containsBean(name)) {
            return null;
        }
        Object bean = beans.getBean(name);
        boolean allowed = bean instanceof JavaDelegate
                || bean instanceof TaskListener
                || bean instanceof ExecutionListener
                || bean instanceof ModelFunction;
        return allowed ? bean : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
