/// What the read API and the rights are *meant* to do, as programs: slow, obvious, and written from the
/// specifications without a look at the portal's own code, of which they use nothing (an architecture test holds
/// that).
///
/// - [CatalogModel][dev.portico.specification.CatalogModel] answers the read calls of Backstage's catalog over a list
///   of entities. Where the specification leaves something open, [Ambiguity][dev.portico.specification.Ambiguity] says
///   what the model does, and what a comparison lets pass.
/// - [ModelRun][dev.portico.specification.ModelRun] asks the model and another
///   [ReadApi][dev.portico.specification.ReadApi] the same random requests and tells the differences.
/// - [RightsOracle][dev.portico.specification.RightsOracle] says which entities a reader may see.
/// - [JudgedQueries][dev.portico.specification.JudgedQueries] holds what people look for, and
///   [RankingQuality][dev.portico.specification.RankingQuality] scores a ranking against their judgement.
///
/// Everything random follows from its seed, so that whatever was found once is found again.
@NullMarked
package dev.portico.specification;

import org.jspecify.annotations.NullMarked;
