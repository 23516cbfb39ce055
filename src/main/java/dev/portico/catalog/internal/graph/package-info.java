/// What depends on what: walking relations within a reader's rights ([RelationWalks], [Walk]), gathering what was found
/// into systems and domains ([Gathering]), and laying it out in columns ([LayeredLayout]).
///
/// The walk reads relations from the database and learns from the index which of the other ends may be read, so that
/// rights are those of every list. The layout is Sugiyama's: turn the edges that close circles ([Circuits]), give each
/// node a column ([Columns]), carry long edges through the columns between ([Lanes]), order each column so that few
/// edges cross ([Ordering]), and move everything up and down until edges run straight ([Heights]).
@NullMarked
package dev.portico.catalog.internal.graph;

import org.jspecify.annotations.NullMarked;
