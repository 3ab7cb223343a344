/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-packages-view"

#include "cvn-packages-view.h"

#include "cvn-benefit-rows.h"
#include "cvn-change-words.h"
#include "cvn-figure-set.h"
#include "cvn-grid-list.h"
#include "cvn-guard.h"
#include "cvn-money.h"
#include "cvn-operation-dialog.h"
#include "cvn-package-pane.h"
#include "cvn-programme-operations.h"
#include "cvn-tooltip.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

typedef enum {
  PACKAGE_PARTNER,
  PACKAGE_LEVEL,
  PACKAGE_GIVEN,
  PACKAGE_STATE,
  PACKAGE_PRICE,
  N_PACKAGE_CELLS,
} PackageCell;

static const CvnGridColumn package_columns[N_PACKAGE_CELLS] = {
  [PACKAGE_PARTNER] = { N_("Partner"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [PACKAGE_LEVEL] = { N_("Package"), 120, 0.0f, CVN_NARROW_LINE },
  [PACKAGE_GIVEN] = { N_("Delivered"), 100, 0.0f, CVN_NARROW_LINE },
  [PACKAGE_STATE] = { N_("State"), 250, 0.0f, CVN_NARROW_LINE },
  [PACKAGE_PRICE] = { N_("Price without VAT"), 130, 1.0f, CVN_NARROW_VALUE },
};

struct _CvnPackagesView
{
  AdwBin parent_instance;

  CvnCentre      *centre;
  CvnFigureSet   *figures;
  CvnGridList    *packages;
  CvnGridList    *benefits;
  GtkLabel       *headline;
  GtkStack       *stack; /* the lists, or the package that was opened */
  CvnPackagePane *pane;  /* NULL before one was */
};

static const char *const figure_names[] = { "package-ledger", "benefit-ledger", NULL };

G_DEFINE_FINAL_TYPE (CvnPackagesView, cvn_packages_view, ADW_TYPE_BIN)

/* What changes something. */
static const char *const changing[] = { "packages.add", NULL };

static char *
describe_package (CvnTable *table,
                  guint     row)
{
  guint overdue = (guint) cvn_table_get_integer (table, row, "overdue");
  guint planned = (guint) cvn_table_get_integer (table, row, "planned");

  if (cvn_table_get_integer (table, row, "promised") == 0)
    return g_strdup (_("Benefits not written down yet"));
  if (overdue > 0)
    return g_strdup_printf (ngettext ("%u overdue", "%u overdue", overdue), overdue);
  if (planned > 0)
    return g_strdup_printf (ngettext ("%u planned", "%u planned", planned), planned);
  return g_strdup ("");
}

static void
add_package (CvnPackagesView *self,
             CvnTable        *table,
             guint            row)
{
  const char      *name = cvn_table_words_get_label (table, row);
  const char      *level = cvn_table_get_text (table, row, "package");
  g_autofree char *price = cvn_table_words_dup_money (table, row, "amount");
  g_autofree char *state = describe_package (table, row);
  /* Translators: of the benefits of a partner, how many were delivered and how many were promised */
  g_autofree char *given = g_strdup_printf (_("%1$d/%2$d"), (int) cvn_table_get_integer (table, row, "delivered"), (int) cvn_table_get_integer (table, row, "promised"));
  g_autofree char *sentence = g_strdup_printf (_("%1$s, package %2$s, %3$s benefits delivered. %4$s"), name, level, given, state);
  GtkWidget       *cells[N_PACKAGE_CELLS] = {
          [PACKAGE_PARTNER] = cvn_grid_cell_new (name, 0.0f, NULL),
          [PACKAGE_LEVEL] = cvn_grid_cell_new (level, 0.0f, NULL),
          [PACKAGE_GIVEN] = cvn_grid_cell_new (given, 0.0f, NULL),
          [PACKAGE_STATE] = cvn_grid_cell_new (state, 0.0f, NULL),
          [PACKAGE_PRICE] = cvn_grid_cell_new (price, 1.0f, NULL),
  };

  gtk_widget_add_css_class (cells[PACKAGE_GIVEN], "numeric");
  gtk_widget_add_css_class (cells[PACKAGE_STATE], cvn_table_get_integer (table, row, "overdue") > 0 ? "cvn-beside" : "dim-label");
  cvn_grid_list_add (self->packages, cvn_table_get_text (table, row, "id"), sentence, cells);
}

static void
update_actions (CvnPackagesView *self)
{
  CvnTable *packages = self->figures != NULL ? cvn_figure_set_get (self->figures, "package-ledger") : NULL;
  guint     n = packages != NULL ? cvn_table_get_n_rows (packages) : 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "packages.renew", n > 0 && cvn_operation_dialog_is_allowed (self->centre));
}

static void
changed_cb (CvnPackagesView *self)
{
  CvnTable        *packages = cvn_figure_set_get (self->figures, "package-ledger");
  guint            n = cvn_table_get_n_rows (packages);
  g_autofree char *amount = cvn_money_format_euro (cvn_table_sum (packages, "amount"), cvn_interface_language ());
  g_autofree char *headline = g_strdup_printf (ngettext ("%1$u package in %2$d: %3$s. %4$d of %5$d benefits delivered, %6$d overdue.",
                                                         "%1$u packages in %2$d: %3$s. %4$d of %5$d benefits delivered, %6$d overdue.", n),
                                               n, cvn_figure_set_get_year (self->figures), amount, (int) cvn_table_sum (packages, "delivered"),
                                               (int) cvn_table_sum (packages, "promised"), (int) cvn_table_sum (packages, "overdue"));

  gtk_label_set_text (self->headline, headline);
  update_actions (self);
  cvn_grid_list_begin (self->packages, n);
  for (guint row = 0; row < n && !cvn_grid_list_is_full (self->packages); row++)
    add_package (self, packages, row);
  cvn_grid_list_end (self->packages);
  cvn_benefit_rows_fill (self->benefits, cvn_figure_set_get (self->figures, "benefit-ledger"), NULL);
}

static void
map_cb (CvnPackagesView *self)
{
  if (self->figures != NULL)
    return;
  self->figures = cvn_figure_set_new (self->centre, figure_names);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr (CvnPackagesView) self = data;
  g_autoptr (GError) error = NULL;

  if (cvn_centre_finish (CVN_CENTRE (source), result, &error) < 0)
    cvn_window_show_toast (GTK_WIDGET (self), error->message, FALSE);
  else
    cvn_window_show_toast (GTK_WIDGET (self), _("The packages were renewed"), TRUE);
}

static void
run (CvnPackagesView *self,
     CvnOperation    *operation,
     const char      *subject)
{
  cvn_operation_set_subject (operation, subject);
  cvn_operation_run_async (operation, self->centre, NULL, run_cb, g_object_ref (self));
}

/* Back where the package was opened. */
static void
closed_cb (CvnPackagesView *self)
{
  GtkWidget *row = cvn_grid_list_find (self->packages, cvn_record_pane_get_record (CVN_RECORD_PANE (self->pane)));

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "package") != 0)
    return;
  gtk_stack_set_visible_child_name (self->stack, "lists");
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
package_cb (CvnPackagesView *self,
            const char      *id)
{
  if (self->pane == NULL)
    {
      self->pane = CVN_PACKAGE_PANE (cvn_package_pane_new (self->centre, self->figures));
      g_signal_connect_object (self->pane, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->pane), "package");
    }
  cvn_record_pane_show (CVN_RECORD_PANE (self->pane), id);
  gtk_stack_set_visible_child_name (self->stack, "package");
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static void
benefit_cb (CvnPackagesView *self,
            const char      *id)
{
  cvn_benefit_rows_open (GTK_WIDGET (self), self->centre, cvn_figure_set_get (self->figures, "benefit-ledger"), id);
}

static void
renew_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  CvnPackagesView *self = CVN_PACKAGES_VIEW (widget);
  int              year = cvn_figure_set_get_year (self->figures);
  g_autoptr (CvnOperation) operation = cvn_renew_packages_new (year);
  g_autofree char *subject = g_strdup_printf ("%d", year + 1);

  run (self, operation, subject);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "programmes.add", "s", "partner_package");
}

static void
cvn_packages_view_dispose (GObject *object)
{
  CvnPackagesView *self = CVN_PACKAGES_VIEW (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_packages_view_parent_class)->dispose (object);
}

static void
cvn_packages_view_class_init (CvnPackagesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_packages_view_dispose;
  gtk_widget_class_install_action (widget_class, "packages.renew", NULL, renew_action);
  gtk_widget_class_install_action (widget_class, "packages.add", NULL, add_action);
}

static void
cvn_packages_view_init (CvnPackagesView *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

static void
add_title (GtkWidget  *content,
           const char *title)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "title-4");
  gtk_box_append (GTK_BOX (content), label);
}

static GtkWidget *
make_button (const char *label,
             const char *action,
             const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  GtkLabel  *words = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  /* On a second line where there is no room. */
  gtk_label_set_wrap (words, TRUE);
  gtk_label_set_justify (words, GTK_JUSTIFY_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  cvn_tooltip_set (button, tooltip);
  return button;
}

static GtkWidget *
make_tools (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), make_button (_("_Add Package"), "packages.add", _("Add the package of a partner")));
  gtk_box_append (GTK_BOX (box), make_button (_("Renew for _Next Year"), "packages.renew", _("Copy the packages to the next year, with what they promise, for partners that have none yet")));
  return box;
}

/** cvn_packages_view_new: reads its figures when it is first looked at. */
GtkWidget *
cvn_packages_view_new (CvnCentre *centre)
{
  CvnPackagesView *self = g_object_new (CVN_TYPE_PACKAGES_VIEW, NULL);
  GtkWidget       *scrolled = gtk_scrolled_window_new ();
  GtkWidget       *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget       *tools = make_tools ();

  self->centre = g_object_ref (centre);
  cvn_guard_actions (GTK_WIDGET (self), centre, changing);
  g_signal_connect_object (centre, "notify::read-only", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  self->headline = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->headline));
  gtk_box_append (GTK_BOX (content), tools);
  add_title (content, _("Packages"));
  self->packages = CVN_GRID_LIST (cvn_grid_list_new (package_columns, N_PACKAGE_CELLS, _("Packages"), _("No partner has a package in this year.")));
  g_signal_connect_object (self->packages, "activated", G_CALLBACK (package_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->packages, "refill", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->packages));
  add_title (content, _("Benefits"));
  self->benefits = CVN_GRID_LIST (cvn_benefit_rows_new_list ());
  g_signal_connect_object (self->benefits, "activated", G_CALLBACK (benefit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->benefits, "refill", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->benefits));
  gtk_widget_add_css_class (content, "cvn-parties");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, scrolled, "lists");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  return GTK_WIDGET (self);
}
