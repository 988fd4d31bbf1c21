package org.tocsin.connect.sink;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;
import org.tocsin.connect.sink.SinkSettings.Format;

/** Posts each alert to a receiver: a CloudEvents webhook, Slack, PagerDuty or Alertmanager. */
public final class AlertWebhookSinkConnector extends SinkConnector {
    private Map<String, String> settings = Map.of();

    @Override
    public String version() {
        String version = AlertWebhookSinkConnector.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public ConfigDef config() {
        return SinkSettings.definition();
    }

    @Override
    public Class<? extends Task> taskClass() {
        return AlertWebhookSinkTask.class;
    }

    @Override
    public void start(Map<String, String> props) {
        // As given: Connect puts the references back for the secrets that its providers filled in.
        this.settings = Map.copyOf(props);
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(maxTasks, settings);
    }

    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        Config config = super.validate(connectorConfigs);
        String format = connectorConfigs.getOrDefault(SinkSettings.FORMAT, "");
        boolean pagerDuty = format.equalsIgnoreCase(Format.PAGERDUTY.name());
        if (pagerDuty) {
            require(
                    config,
                    connectorConfigs,
                    SinkSettings.ROUTING_KEY,
                    "PagerDuty needs the service's integration key");
        } else {
            require(config, connectorConfigs, SinkSettings.URL, "set the address that alerts are posted to");
        }
        return config;
    }

    private static void require(Config config, Map<String, String> given, String name, String message) {
        if (!given.getOrDefault(name, "").isBlank()) {
            return;
        }
        for (ConfigValue value : config.configValues()) {
            if (value.name().equals(name)) {
                value.addErrorMessage("Missing " + name + ": " + message + ".");
            }
        }
    }

    @Override
    public void stop() {}
}
