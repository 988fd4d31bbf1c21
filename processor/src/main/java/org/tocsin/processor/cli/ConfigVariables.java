package org.tocsin.processor.cli;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.tocsin.processor.OperatorException;

/**
 * Secrets that stand elsewhere than in the settings: {@code ${env:NAME}}, {@code ${file:PATH:KEY}} of a properties file,
 * {@code ${dir:PATH:FILE}}, by Kafka's own providers. Error messages name the variable and never a value.
 */
final class ConfigVariables {
    private static final Pattern LEFT_OPEN = Pattern.compile("\\$\\{(env|file|dir):[^}]*}");

    private ConfigVariables() {}

    /**
     * The settings with every variable replaced.
     *
     * @param from where they were read, for the message
     * @throws OperatorException when what a variable names is not there
     */
    static Properties resolve(Properties settings, String from) {
        Map<String, String> written = new TreeMap<>();
        settings.stringPropertyNames().forEach(key -> written.put(key, settings.getProperty(key)));
        Properties resolved = new Properties();
        new ConfigTransformer(providers()).transform(written).data().forEach((key, value) -> {
            Matcher open = LEFT_OPEN.matcher(value);
            if (open.find()) {
                throw new OperatorException("%s: %s asks for %s, which is not there; set it, or correct its name"
                        .formatted(from, key, open.group()));
            }
            resolved.setProperty(key, value);
        });
        return resolved;
    }

    private static Map<String, ConfigProvider> providers() {
        Map<String, ConfigProvider> providers = Map.of(
                "env",
                new EnvVarConfigProvider(),
                "file",
                new FileConfigProvider(),
                "dir",
                new DirectoryConfigProvider());
        providers.values().forEach(provider -> provider.configure(Map.of()));
        return providers;
    }
}
