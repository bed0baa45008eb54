package salesconveyor.acquisition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.LeadList.ListColumn;
import salesconveyor.acquisition.list.Column;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Forms;
import salesconveyor.engine.Refused;
import salesconveyor.engine.Upload;

/** A marketer's craft: hands in a list of companies, and decides on it when it is read. */
@Component
@Transactional
class Listing {
    private static final List<String> CHANNELS = List.of("LIST", "TRADE_SHOW");
    private static final String NO_COLUMN = "";

    private final LeadLists lists;
    private final ListRows rows;
    private final ListKeyBook keys;
    private final ListReading reading;
    private final Forms forms;
    private final int largest;
    private final int mostRounds;

    Listing(
            LeadLists lists,
            ListRows rows,
            ListKeyBook keys,
            ListReading reading,
            Forms forms,
            @Value("${conveyor.acquisition.list-max-bytes:14000000}") int largest,
            @Value("${conveyor.acquisition.list-mapping-rounds:20}") int mostRounds) {
        this.lists = lists;
        this.rows = rows;
        this.keys = keys;
        this.reading = reading;
        this.forms = forms;
        this.largest = largest;
        this.mostRounds = mostRounds;
    }

    /** Keeps the file, or refuses it before a case begins. @return the list's number */
    String hand(FormValues form, @Nullable String marketer) {
        String channel = form.required("listChannel");
        String show = form.text("showName");
        if (!CHANNELS.contains(channel)) {
            throw new Refused("Please choose where the list comes from: a list or a trade show.");
        }
        if (channel.equals("TRADE_SHOW") && show == null) {
            throw new Refused("Please write which trade show the list comes from.");
        }
        String source = form.text("listSource");
        if (source == null) {
            throw new Refused("Please write where the addresses come from: people have a right to be told.");
        }
        Upload file =
                form.file("listFile").orElseThrow(() -> new Refused("Please choose the file that holds the list."));
        if (file.content().length > largest) {
            throw new Refused(
                    "The file {0} is larger than {1} MB; save it as XLSX, which is smaller, or split it into several lists.",
                    file.name(), largest / 1_000_000);
        }
        String script = script(form.text("listScript"));
        List<ListColumn> columns = reading.columns(file.name(), file.content());
        String number =
                lists.add(channel, cut(show, 200), String.valueOf(cut(source, 500)), script, named(file), marketer);
        lists.addColumns(number, columns);
        return number;
    }

    /** @return START, DISCARD or MAP: the columns were given other meanings and the file is to be read again */
    String decide(String number, FormValues form) {
        String outcome = form.required("outcome");
        List<ListColumn> mapped = mapped(lists.columns(number), form.text("columnMapping"));
        boolean changed = !mapped.equals(lists.columns(number));
        switch (outcome) {
            case "DISCARD" -> {}
            case "MAP" -> map(number, mapped, changed);
            case "START" -> {
                if (changed) {
                    throw new Refused("You changed what the columns hold; choose \"Read again\" before you start.");
                }
                if (rows.waiting(number, 0, 1).isEmpty()) {
                    throw new Refused("There is no new company on the list; change the columns or discard the list.");
                }
            }
            default -> throw new Refused("Please choose what to do with the list.");
        }
        return outcome;
    }

    private void map(String number, List<ListColumn> mapped, boolean changed) {
        if (!changed) {
            throw new Refused("No column was changed, so there is nothing to read again.");
        }
        if (lists.get(number).mappingRounds() >= mostRounds) {
            throw new Refused(
                    "The list was read {0} times; start it or discard it and hand in a better file.", mostRounds);
        }
        lists.remap(number, mapped);
        keys.clear(number);
        rows.compareAnew(number);
    }

    /** @param mapping a JSON object: place of the column, and the key of what it holds */
    private static List<ListColumn> mapped(List<ListColumn> columns, @Nullable String mapping) {
        if (mapping == null) {
            return columns;
        }
        try {
            Map<Integer, String> chosen = new ObjectMapper().readValue(mapping, new TypeReference<>() {});
            List<ListColumn> mapped = new ArrayList<>();
            IntStream.range(0, columns.size()).forEach(place -> {
                String key = chosen.get(place);
                ListColumn column = columns.get(place);
                mapped.add(key == null ? column : new ListColumn(place, column.title(), column(key)));
            });
            return mapped;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new Refused("What the columns hold could not be read; open the task again.");
        }
    }

    private static @Nullable Column column(String key) {
        return key.equals(NO_COLUMN) ? null : Column.valueOf(key);
    }

    /** A script that is not there would leave the callers before an empty page. */
    private @Nullable String script(@Nullable String form) {
        if (form != null && !forms.keys(form).contains("outcome")) {
            throw new Refused("There is no call script {0}; leave the field empty for the usual one.", form);
        }
        return form;
    }

    private static Upload named(Upload file) {
        return new Upload(String.valueOf(cut(file.name(), 300)), file.mediaType(), file.content());
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null ? null : text.substring(0, Math.min(text.length(), length));
    }
}
