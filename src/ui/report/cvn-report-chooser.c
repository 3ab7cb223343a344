/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-chooser"

#include "cvn-report-chooser.h"

#include "cvn-record-link.h"
#include "cvn-reference-search.h"
#include "cvn-report-window.h"

#include <glib/gi18n-lib.h>

struct _CvnReportChooser
{
  AdwWindow parent_instance;

  CvnCentre          *centre;
  CvnReportName       name;
  CvnReferenceSearch *search;
  GtkSearchEntry     *entry;
  GtkListBox         *list;
  GtkStack           *stack; /* list or nothing */
};

G_DEFINE_FINAL_TYPE (CvnReportChooser, cvn_report_chooser, ADW_TYPE_WINDOW)

static const struct
{
  CvnReportName name;
  const char   *kind;
  const char   *title;
  const char   *words; /* in the empty entry */
} infos[] = {
  { CVN_REPORT_INVOICE, "invoice", N_("Print an Invoice"), N_("Number or customer") },
  { CVN_REPORT_REMINDER, "invoice", N_("Write a Reminder"), N_("Number or customer") },
  { CVN_REPORT_PARTNER, "organisation", N_("What a Partner Gives and Gets"), N_("Name of the partner") },
};

static guint
find_info (CvnReportName name)
{
  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    if (infos[i].name == name)
      return i;
  g_return_val_if_reached (0);
}

static void
find (CvnReportChooser *self)
{
  cvn_reference_search_find_words (self->search, cvn_kind_find (infos[find_info (self->name)].kind), gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
found_cb (CvnReportChooser *self)
{
  gboolean found = g_list_model_get_n_items (G_LIST_MODEL (self->search)) > 0;

  if (cvn_reference_search_is_searching (self->search))
    return;
  gtk_stack_set_visible_child_name (self->stack, found ? "list" : "nothing");
  if (found)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
choose (CvnReportChooser *self,
        GtkListBoxRow    *row)
{
  g_autoptr (CvnRecordLink) link = row != NULL ? g_list_model_get_item (G_LIST_MODEL (self->search), (guint) gtk_list_box_row_get_index (row)) : NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (link == NULL)
    return;
  gtk_window_present (GTK_WINDOW (cvn_report_window_new (parent, self->centre, self->name, cvn_record_link_get_id (link))));
  gtk_window_close (GTK_WINDOW (self));
}

static void
entered_cb (CvnReportChooser *self)
{
  choose (self, gtk_list_box_get_selected_row (self->list));
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", cvn_record_link_get_title (item), "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "margin-top", 9, "margin-bottom", 9, "margin-start", 6, "margin-end", 6, NULL);

  return label;
}

static void
cvn_report_chooser_dispose (GObject *object)
{
  CvnReportChooser *self = CVN_REPORT_CHOOSER (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->search);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_report_chooser_parent_class)->dispose (object);
}

static void
cvn_report_chooser_class_init (CvnReportChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_report_chooser_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_list (CvnReportChooser *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  return scrolled;
}

static void
cvn_report_chooser_init (CvnReportChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *nothing = gtk_label_new (_("No Results Found"));

  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->entry, "margin-start", 12, "margin-end", 12, "margin-bottom", 6, NULL);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (find), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (nothing, "dim-label");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_list (self), "list");
  gtk_stack_add_named (self->stack, nothing, "nothing");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 360, 480);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/**
 * cvn_report_chooser_new:
 * @parent: the window that the report will belong to
 * @name: of an invoice, a reminder or a partner
 *
 * Returns: (transfer none): the window, not shown yet; it closes itself. Main thread.
 */
CvnReportChooser *
cvn_report_chooser_new (GtkWindow    *parent,
                        CvnCentre    *centre,
                        CvnReportName name)
{
  CvnReportChooser *self = g_object_new (CVN_TYPE_REPORT_CHOOSER, "transient-for", parent, "title", _(infos[find_info (name)].title), NULL);
  const char       *words = _(infos[find_info (name)].words);

  self->centre = g_object_ref (centre);
  self->name = name;
  g_object_set (self->entry, "placeholder-text", words, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Suggestions"), -1);
  self->search = cvn_reference_search_new (centre);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->search), make_row, NULL, NULL);
  g_signal_connect_object (self->search, "notify::searching", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  find (self);
  return self;
}
