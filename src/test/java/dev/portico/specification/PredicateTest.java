package dev.portico.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What §2.4 of the specification says, with expectations made by hand.
final class PredicateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind':'COMPONENT','spec.type':'service'}                              | Alpha beta",
                "{'spec.replicas':3}                                                     | Alpha",
                "{'spec.replicas':3.0}                                                   | Alpha",
                "{'spec.public':true}                                                    | Alpha",
                "{'spec.nothing':{'$exists':true}}                                       | Alpha",
                "{'spec.owner':{'$exists':false}}                                        | riders bo location",
                "{'kind':{'$in':['Group','user']}}                                       | riders bo",
                "{'kind':{'$in':[]}}                                                     | ",
                "{'metadata.title':{'$hasPrefix':'TICK'}}                                | Alpha beta",
                "{'metadata.title':{'$hasPrefix':''}}                                    | Alpha beta bo",
                "{'metadata.tags':{'$contains':'Rail'}}                                  | Alpha",
                "{'spec.ports':{'$contains':80}}                                         | Alpha",
                "{'relations':{'$contains':{'type':'ownedBy'}}}                          | Alpha beta gamma",
                "{'relations':{'$contains':{'type':'ownedby','targetRef':'user:default/BO'}}} | gamma",
                "{'relations':{'$contains':{'type':'ownedBy','targetRef':{'$in':['user:default/bo','group:default/riders']}}}}"
                        + "| Alpha gamma",
                "{'$all':[]}                                                             | Alpha beta gamma riders bo location",
                "{'$any':[]}                                                             | ",
                "{'$not':{'kind':'component'}}                                           | riders bo location",
                "{'$all':[{'kind':'component'},{'$not':{'metadata.tags':{'$contains':'java'}}}]} | gamma",
                "{'$any':[{'kind':'user'},{'$all':[{'kind':'component'},{'spec.lifecycle':'production'}]}]} | Alpha gamma bo",
            })
    void a_predicate_finds(String query, @Nullable String names) {
        String body = "{\"query\":" + query.replace('\'', '"') + "}";
        List<String> found = Sample.names(Sample.model().post("/entities/by-query", body)).stream()
                .map(name -> name.startsWith("generated-") ? "location" : name)
                .toList();

        assertThat(found).isEqualTo(names == null ? List.of() : List.of(names.split(" ", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "'kind'",
                "null",
                "{'$all':[],'kind':'component'}",
                "{'$all':{}}",
                "{'$none':[]}",
                "{'$not':[]}",
                "{'kind':null}",
                "{'kind':['component']}",
                "{'kind':{'$regex':'c'}}",
                "{'kind':{'$exists':true,'$in':[]}}",
                "{'kind':{'$in':[[]]}}",
            })
    void anything_else_is_refused(String query) {
        assertThat(Sample.model()
                        .post("/entities/by-query", "{\"query\":" + query.replace('\'', '"') + "}")
                        .status())
                .isEqualTo(400);
    }
}
