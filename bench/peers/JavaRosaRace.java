// Runs one race through JavaRosa: reads the plan of the command line, prints the figures as JSON.
// The plan comes as lines (file, loads, then one deed a line with tabs): the jar has no JSON reader of its own.

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.IntegerData;
import org.javarosa.core.model.data.SelectMultiData;
import org.javarosa.core.model.data.SelectOneData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.data.helper.Selection;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.util.XFormUtils;

public final class JavaRosaRace {
    private static final class Loaded {
        FormDef form;
        FormEntryController controller;
        final Map<String, FormIndex> places = new HashMap<>();
        double seconds;
    }

    private static double since(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private static Loaded load(byte[] xml) throws Exception {
        Loaded loaded = new Loaded();
        long started = System.nanoTime();
        loaded.form = XFormUtils.getFormFromInputStream(new ByteArrayInputStream(xml));
        loaded.form.initialize(true, new InstanceInitializationFactory());
        loaded.controller = new FormEntryController(new FormEntryModel(loaded.form));
        loaded.seconds = since(started);
        FormIndex index = loaded.controller.getModel().incrementIndex(FormIndex.createBeginningOfFormIndex());
        while (index.isInForm()) {
            if (index.getReference() != null) {
                loaded.places.put(index.getReference().toString(false), index);
            }
            index = loaded.controller.getModel().incrementIndex(index);
        }
        return loaded;
    }

    private static IAnswerData data(String type, String value) {
        switch (type) {
            case "integer":
                return new IntegerData(Integer.parseInt(value));
            case "select_one":
                return new SelectOneData(new Selection(value));
            case "select_multiple":
                List<Selection> chosen = new ArrayList<>();
                for (String each : value.split(" ")) {
                    chosen.add(new Selection(each));
                }
                return new SelectMultiData(chosen);
            default:
                return new StringData(value);
        }
    }

    private static double answer(Loaded loaded, String[] deed) {
        FormIndex place = loaded.places.get(deed[2]);
        IAnswerData data = data(deed[3], deed[4]);
        FormIndex then = deed.length > 5 ? loaded.places.get(deed[5]) : null;
        long started = System.nanoTime();
        loaded.controller.answerQuestion(place, data, false);
        if (then != null) {
            loaded.controller.getModel().getQuestionPrompt(then).getSelectChoices().size();
        }
        return since(started);
    }

    private static void collect(TreeElement element, StringJoiner state) {
        for (int place = 0; place < element.getNumChildren(); place++) {
            TreeElement child = element.getChildAt(place);
            if (!child.isRelevant()) {
                continue;
            }
            if (child.hasChildren()) {
                collect(child, state);
            } else {
                String value = child.getValue() == null ? "" : child.getValue().uncast().getString();
                state.add(quoted(child.getName()) + ":" + quoted(value));
            }
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static double peakMib() throws Exception {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM")) {
                return Double.parseDouble(line.split("\\s+")[1]) / 1024;
            }
        }
        return 0;
    }

    public static void main(String[] arguments) throws Exception {
        new XFormsModule().registerModule();
        List<String> plan = Files.readAllLines(Path.of(arguments[0]));
        byte[] xml = Files.readAllBytes(Path.of(plan.get(0)));
        int turns = Integer.parseInt(plan.get(1));
        Loaded loaded = load(xml);
        List<Double> answers = new ArrayList<>();
        List<Double> hub = new ArrayList<>();
        List<String> states = new ArrayList<>();
        for (String line : plan.subList(2, plan.size())) {
            String[] deed = line.split("\t");
            (deed[0].equals("hub") ? hub : answers).add(answer(loaded, deed));
            if (deed[1].equals("compared")) {
                StringJoiner state = new StringJoiner(",", "{", "}");
                collect(loaded.form.getMainInstance().getRoot(), state);
                states.add(state.toString());
            }
        }
        double memory = peakMib();
        double first = loaded.seconds;
        loaded = null;
        double[] loads = new double[turns];
        for (int turn = 0; turn < turns; turn++) {
            loads[turn] = load(xml).seconds;
        }
        // JavaRosa itself prints to standard output, so the figures are marked.
        System.out.println("\nRACE {\"first\":" + first + ",\"loads\":" + Arrays.toString(loads) + ",\"answers\":" + answers
            + ",\"hub\":" + hub + ",\"memory\":" + memory + ",\"states\":" + states + "}");
    }
}
