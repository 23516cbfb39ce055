package dev.portico.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// How fast the screens are in a browser on the same machine: a portal in a process of its own, a Chromium without a
/// window, an engineer who reads everything.
///
/// Each cold page is one of somebody new, with an empty cache; what is warm is asked again and again in one tab, after
/// some rounds that do not count. Times are those of the browser's own clock.
final class UiBenchmark {

    private static final int COLD = 5;
    private static final int WARM_UP = 12;
    private static final int ROUNDS = 30;
    private static final int SESSIONS = 200;
    private static final int FIRST_SESSIONS = 10;
    private static final int MANY = 20_000;

    /// Boxes of the first filter, each switched on and off.
    private static final int KINDS = 4;

    /// Keeps what the page's own observers would tell, and the session when the tab leaves.
    private static final String WATCH = """
            window.benchShift = 0; window.benchPaint = 0;
            new PerformanceObserver(list => list.getEntries().forEach(entry => {
              if (!entry.hadRecentInput) benchShift += entry.value;
            })).observe({type: 'layout-shift', buffered: true});
            new PerformanceObserver(list => list.getEntries().forEach(entry => {
              benchPaint = Math.max(benchPaint, entry.startTime);
            })).observe({type: 'largest-contentful-paint', buffered: true});
            navigator.sendBeacon = () => true;
            window.benchUntil = (what, begin) => new Promise((found, failed) => {
              const began = performance.now();
              (function look() {
                if (what()) requestAnimationFrame(() => found(performance.now() - began));
                else if (performance.now() - began > 30000) failed(new Error('never: ' + what));
                else setTimeout(look, 2);
              })();
              if (begin) begin();
            });
            window.benchAsked = from => performance.getEntriesByType('resource')
              .filter(entry => entry.startTime >= from && entry.name.includes('v-r=uidl'))
              .map(entry => entry.responseStart - entry.requestStart);
            """;

    private static final String ROWS =
            "() => [...document.querySelectorAll('.entity-cell a')].filter(link => link.textContent).length > 3";

    private final ServedPortal portal;
    private final Chromium browser;
    private final Measures measures = new Measures();
    private final String address;

    private UiBenchmark(ServedPortal portal, Chromium browser) {
        this.portal = portal;
        this.browser = browser;
        this.address = "http://localhost:" + portal.port();
    }

    /// @param application the class that starts the portal
    /// @param entities    how many entities to make
    /// @param only        the beginning of the names of the measures to take; empty for all
    static Measures run(Class<?> application, int entities, String only) throws IOException {
        Path folder = Files.createTempDirectory("portico-bench");
        try (ServedPortal portal = ServedPortal.filled(application, folder, entities, entities > MANY ? "1g" : "768m");
                Chromium browser = Chromium.start(folder.resolve("browser"))) {
            portal.person();
            UiBenchmark benchmark = new UiBenchmark(portal, browser);
            if ("cold".startsWith(only)) {
                benchmark.cold();
            }
            if ("warm".startsWith(only)) {
                benchmark.warm();
            }
            if ("heap".startsWith(only)) {
                benchmark.heap();
            }
            return benchmark.measures;
        } finally {
            Folders.delete(folder);
        }
    }

    /// What the first page costs: the second of them counts, since the first of all waits for code to be compiled.
    private void cold() throws IOException {
        String session = portal.signIn();
        double[] paints = new double[COLD];
        double[] shifts = new double[COLD];
        double[] bytes = new double[COLD];
        List<String> pages = List.of("/catalog", "/home", "/search?q=ticket", "/sources", "/catalog");
        open("/catalog", session).close();
        for (int at = 0; at < COLD; at++) {
            try (Chromium.Tab tab = open("/catalog", session)) {
                tab.value("benchUntil(" + ROWS + ")");
                paints[at] = tab.value("new Promise(done => setTimeout(() => done(benchPaint), 400))")
                        .asDouble();
                bytes[at] = tab.received() / 1024.0;
            }
            try (Chromium.Tab tab = open(pages.get(at), session)) {
                tab.value("new Promise(done => setTimeout(done, 1500))");
                shifts[at] = tab.value("benchShift").asDouble();
            }
        }
        measures.add("cold: bytes over the wire", median(bytes), "KB", bytes, null);
        measures.add("cold: largest paint", median(paints), "ms", paints, null);
        measures.add(
                "cold: layout shift, the worst of four pages",
                Arrays.stream(shifts).max().orElse(0),
                "",
                shifts,
                null);
    }

    private Chromium.Tab open(String path, String session) {
        Chromium.Tab tab = browser.tab(WATCH);
        tab.cookie(address, ServedPortal.SESSION_COOKIE, session);
        tab.go(address + path);
        tab.value("benchUntil(() => document.querySelector('h1'))");
        return tab;
    }

    /// Pages within the portal, and filters of the list.
    private void warm() throws IOException {
        try (Chromium.Tab tab = open("/catalog", portal.signIn())) {
            tab.value("benchUntil(" + ROWS + ")");
            List<Double> pages = new ArrayList<>();
            double cpu = 0;
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                if (round == WARM_UP) {
                    cpu = portal.cpuMillis();
                }
                double there = tab.value("benchUntil(() => location.pathname !== '/catalog'"
                                + " && document.querySelector('.page-tabs a[href$=\"yaml\"]'),"
                                + " () => document.querySelectorAll('.entity-cell a')[" + round % 3 + "].click())")
                        .asDouble();
                double back = tab.value("benchUntil(" + ROWS
                                + ", () => document.querySelector('vaadin-side-nav-item[path$=catalog]')"
                                + ".shadowRoot.querySelector('a').click())")
                        .asDouble();
                if (round >= WARM_UP) {
                    pages.add(there);
                    pages.add(back);
                }
            }
            double[] times = array(pages);
            measures.add("warm: navigation", median(times), "ms", times, (portal.cpuMillis() - cpu) / times.length);
            filters(tab);
        }
    }

    private void filters(Chromium.Tab tab) throws IOException {
        List<Double> server = new ArrayList<>();
        List<Double> rows = new ArrayList<>();
        double cpu = 0;
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            if (round == WARM_UP) {
                cpu = portal.cpuMillis();
            }
            double began = tab.value("(performance.clearResourceTimings(), performance.now())")
                    .asDouble();
            double took = tab.value("""
                    (() => {
                      const count = () => document.querySelector('.head .count').textContent;
                      const before = count();
                      const box = document.querySelectorAll('portico-facets input')[%d];
                      return benchUntil(() => count() !== before && (%s)(), () => box.click());
                    })()""".formatted(round / 2 % KINDS, ROWS)).asDouble();
            JsonNode asked = tab.value("benchAsked(" + began + ")");
            double waited = 0;
            for (JsonNode each : asked) {
                waited = Math.max(waited, each.asDouble());
            }
            if (round >= WARM_UP) {
                server.add(waited);
                rows.add(took);
            }
        }
        double[] waits = array(server);
        double[] whole = array(rows);
        measures.add(
                "warm: filter to rows at the server, 95th percentile",
                percentile(waits, 95),
                "ms",
                waits,
                (portal.cpuMillis() - cpu) / ROUNDS);
        measures.add("warm: filter to rows on the screen", median(whole), "ms", whole, null);
    }

    /// The heap that a signed-in person with the list open holds. The browser forgets its pages, the portal does not.
    private void heap() throws IOException {
        sessions(FIRST_SESSIONS);
        long before = portal.liveBytes();
        sessions(SESSIONS);
        double each = (portal.liveBytes() - before) / 1024.0 / SESSIONS;
        measures.add("heap of a session, over " + SESSIONS, each, "KB", null);
        measures.add("memory of the JVM (RSS)", portal.residentMegabytes(), "MB", null);
    }

    private void sessions(int count) throws IOException {
        try (Chromium.Tab tab = browser.tab(WATCH)) {
            for (int at = 0; at < count; at++) {
                tab.cookie(address, ServedPortal.SESSION_COOKIE, portal.signIn());
                tab.go(address + "/catalog");
                tab.value("benchUntil(" + ROWS + ")");
            }
        }
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double median(double[] values) {
        return percentile(values, 50);
    }

    private static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.length) - 1)];
    }
}
