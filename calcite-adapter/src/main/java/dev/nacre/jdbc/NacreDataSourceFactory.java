package dev.nacre.jdbc;

import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.Name;
import javax.naming.RefAddr;
import javax.naming.Reference;
import javax.naming.spi.ObjectFactory;
import org.jspecify.annotations.Nullable;

/** Makes data sources from what {@link NacreDataSource#getReference()} put into JNDI. Used by JNDI alone. */
public final class NacreDataSourceFactory implements ObjectFactory {
    /** Makes a factory. JNDI does. */
    public NacreDataSourceFactory() {}

    /** Returns a data source; null for a reference to anything else. */
    @Override
    @SuppressWarnings("JdkObsolete") // the type is JNDI's
    public @Nullable Object getObjectInstance(
            @Nullable Object object,
            @Nullable Name name,
            @Nullable Context context,
            @Nullable Hashtable<?, ?> environment) {
        if (!(object instanceof Reference reference)
                || !NacreDataSource.class.getName().equals(reference.getClassName())) {
            return null;
        }
        NacreDataSource source = new NacreDataSource();
        String url = content(reference, "url");
        source.setUrl(url == null ? "" : url);
        source.setUser(content(reference, "user"));
        source.setPassword(content(reference, "password"));
        source.setDescription(content(reference, "description"));
        String timeout = content(reference, "loginTimeout");
        source.setLoginTimeout(timeout == null ? 0 : Integer.parseInt(timeout));
        return source;
    }

    private static @Nullable String content(Reference reference, String type) {
        RefAddr address = reference.get(type);
        return address == null ? null : (String) address.getContent();
    }
}
