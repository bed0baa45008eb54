package salesconveyor.engine.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import salesconveyor.engine.ModelJudge;
import salesconveyor.engine.lint.Finding;
import salesconveyor.shared.Texts;

/** What a deployment would be answered, without deploying: the same rules and the same words. */
@RestController
class ModelCheckApi {
    /** @param refused whether it forbids the deployment; else it is only said in the log */
    record Found(
            String file,
            String element,
            @Nullable String name,
            String rule,
            String wrong,
            String mend,
            boolean refused) {}

    record Answer(boolean deployable, List<Found> findings) {}

    private final ModelJudge judge;
    private final Texts texts;

    ModelCheckApi(ListableBeanFactory beans, ProcessEngine engine, Texts texts) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.judge = new ModelJudge(beans, configuration, texts);
        this.texts = texts;
    }

    /** Files that are to be deployed together, in whatever parts of the request; they see each other. */
    @PostMapping(
            path = {"/api/models/check", "/pages/models/check"},
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Object> check(MultipartHttpServletRequest request) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (List<MultipartFile> part : request.getMultiFileMap().values()) {
            for (MultipartFile file : part) {
                files.put(String.valueOf(file.getOriginalFilename()), file.getBytes());
            }
        }
        return answer(files);
    }

    /** One file as the body. @param name of the file; its kind is seen by the content when it is missing */
    @PostMapping(
            path = {"/api/models/check", "/pages/models/check"},
            consumes = MediaType.ALL_VALUE)
    ResponseEntity<Object> check(
            @RequestParam(required = false) @Nullable String name,
            @RequestBody(required = false) byte @Nullable [] body) {
        return body == null || body.length == 0
                ? answer(Map.of())
                : answer(Map.of(name == null ? ModelJudge.name(body) : name, body));
    }

    private ResponseEntity<Object> answer(Map<String, byte[]> files) {
        if (files.isEmpty()) {
            return ResponseEntity.status(HttpStatus.BAD_REQUEST)
                    .body(Map.of("message", texts.say("Send the files to be checked.")));
        }
        List<Found> found = judge.judge(files).entrySet().stream()
                .flatMap(file -> file.getValue().stream().map(finding -> found(file.getKey(), finding)))
                .toList();
        return ResponseEntity.ok(new Answer(found.stream().noneMatch(Found::refused), found));
    }

    private Found found(String file, Finding finding) {
        return new Found(
                file,
                finding.place().id(),
                finding.place().name(),
                finding.rule(),
                finding.wrong().in(texts.locale(), texts),
                finding.mend().in(texts.locale(), texts),
                finding.blocks());
    }
}
