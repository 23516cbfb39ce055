package dev.portico.access.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import dev.portico.look.Icon;
import dev.portico.look.MoreMenu;
import dev.portico.look.Symbol;
import java.util.List;

/// The ways out of the portal: the report for print and the table, side by side or, on a phone, behind one button.
final class ReviewPapers {

    private ReviewPapers() {}

    static List<Component> of(ReviewAddress address) {
        String reportAddress = address.path() + "/report";
        String tableAddress = "api/portico/access/reviews/" + address.review() + "/lines.csv";
        Anchor report = new Anchor(reportAddress, "Report");
        report.addClassNames("button", "wide-only");
        Anchor table = new Anchor(tableAddress);
        table.addClassNames("button", "wide-only");
        table.getElement().setAttribute("download", true).setAttribute("router-ignore", true);
        table.add(new Icon(Symbol.DOWNLOAD));
        table.add("CSV");
        return List.of(
                report,
                table,
                new MoreMenu(List.of(
                        MoreMenu.to(Symbol.FILE, "Report", reportAddress), MoreMenu.saving("CSV", tableAddress))));
    }
}
