/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-renewal-view"

#include "cvn-renewal-view.h"

#include "cvn-cockpit-text.h"
#include "cvn-error.h"
#include "cvn-renewal-preview.h"
#include "cvn-renewal.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

typedef enum {
  ENTRY_TITLE_NL,
  ENTRY_TITLE_EN,
  ENTRY_START,
  ENTRY_END,
  ENTRY_NOTICE,
  N_ENTRIES,
} EntryId;

struct _CvnRenewalView
{
  AdwBin parent_instance;

  CvnRenewal   *renewal;
  GtkStack     *stack; /* nothing, empty, closed or form */
  GtkWidget    *group; /* of the chooser */
  GtkWidget    *chooser;
  GtkWidget    *entries[N_ENTRIES];
  GtkWidget    *requires_all;
  GtkLabel     *error;
  GtkWidget    *preview;
  GtkWidget    *renew;
  CvnRecord    *shown;   /* the successor whose texts are in the entries */
  gboolean      filling; /* the form is being filled in, by no person */
  gboolean      wrong;   /* an entry holds what cannot be read */
  GCancellable *writing;
};

static const struct
{
  const char *field;
  const char *title;
  gboolean    is_date;
} entry_infos[N_ENTRIES] = {
  [ENTRY_TITLE_NL] = { "title_nl", N_("Title (Dutch)"), FALSE },
  [ENTRY_TITLE_EN] = { "title_en", N_("Title (English)"), FALSE },
  [ENTRY_START] = { "start_date", N_("From"), TRUE },
  [ENTRY_END] = { "end_date", N_("Until"), TRUE },
  [ENTRY_NOTICE] = { "notice_date", N_("Notice before"), TRUE },
};

G_DEFINE_FINAL_TYPE (CvnRenewalView, cvn_renewal_view, ADW_TYPE_BIN)

/* A board member looks; whoever works with the file changes it. */
static gboolean
is_read_only (CvnRenewalView *self)
{
  return cvn_centre_is_read_only (cvn_renewal_get_centre (self->renewal));
}

static void
show_error (CvnRenewalView *self,
            const char     *message,
            const char     *field)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
  for (EntryId i = 0; i < N_ENTRIES; i++)
    if (message != NULL && g_strcmp0 (field, entry_infos[i].field) == 0)
      gtk_widget_add_css_class (self->entries[i], "error");
    else
      gtk_widget_remove_css_class (self->entries[i], "error");
}

static void
fill_chooser (CvnRenewalView *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  CvnTable        *agreements;
  int              row = cvn_renewal_get_row (self->renewal, &agreements);
  g_autofree char *period = cvn_agreement_text_period (agreements, row, cvn_interface_language ());
  g_autofree char *left = cvn_agreement_text_time_left (agreements, row, cvn_centre_get_today (cvn_renewal_get_centre (self->renewal)));
  g_autofree char *line = g_strdup_printf (_("%1$s · %2$s"), period, left);

  for (guint place = 0; place < cvn_renewal_get_n_agreements (self->renewal); place++)
    gtk_string_list_append (titles, cvn_renewal_get_title (self->renewal, place));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->chooser), G_LIST_MODEL (titles));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->chooser), (guint) cvn_renewal_get_place (self->renewal));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group), line);
}

/* Only another successor is filled in: what a person types stays. */
static void
fill_entries (CvnRenewalView *self)
{
  CvnRecord *successor = cvn_renewal_get_successor (self->renewal);

  if (!g_set_object (&self->shown, successor))
    return;
  for (EntryId i = 0; i < N_ENTRIES; i++)
    {
      const char      *text = cvn_record_get_text (successor, entry_infos[i].field);
      g_autofree char *words = NULL;
      CvnDate          date;

      if (text != NULL && entry_infos[i].is_date && cvn_date_parse_iso (text, &date, NULL))
        words = cvn_date_format (&date, cvn_interface_language ());
      gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), words != NULL ? words : text != NULL ? text
                                                                                                   : "");
    }
  gtk_switch_set_active (GTK_SWITCH (self->requires_all), cvn_record_get_integer (successor, "requires_all") != 0);
  self->wrong = FALSE;
}

static const char *
find_state (CvnRenewalView *self)
{
  if (cvn_renewal_get_successor (self->renewal) == NULL)
    return "empty";
  return is_read_only (self) ? "closed" : "form";
}

static void
changed_cb (CvnRenewalView *self)
{
  const GError *error = cvn_renewal_get_error (self->renewal);
  CvnTable     *preview = cvn_renewal_get_preview (self->renewal);

  if (!cvn_renewal_is_loaded (self->renewal))
    return;
  gtk_stack_set_visible_child_name (self->stack, find_state (self));
  if (cvn_renewal_get_successor (self->renewal) == NULL)
    return;
  self->filling = TRUE;
  fill_chooser (self);
  fill_entries (self);
  self->filling = FALSE;
  if (!self->wrong)
    show_error (self, error != NULL ? error->message : NULL, error != NULL ? cvn_error_get_field (error) : NULL);
  cvn_renewal_preview_fill (CVN_RENEWAL_PREVIEW (self->preview), preview);
  gtk_widget_set_sensitive (self->renew, preview != NULL && cvn_renewal_preview_is_possible (preview) && self->writing == NULL);
}

/* Hands over what is in an entry; FALSE when that is no date. */
static gboolean
take_entry (CvnRenewalView *self,
            EntryId         i)
{
  const char      *text = gtk_editable_get_text (GTK_EDITABLE (self->entries[i]));
  CvnDate          date = { 0 };
  g_autofree char *iso = NULL;
  g_autoptr (GError) error = NULL;

  if (!entry_infos[i].is_date)
    {
      cvn_renewal_set_text (self->renewal, entry_infos[i].field, text);
      return TRUE;
    }
  if (*text != '\0' && !cvn_date_parse (text, cvn_interface_language (), &date, &error))
    {
      show_error (self, error->message, entry_infos[i].field);
      return FALSE;
    }
  iso = *text != '\0' ? cvn_date_to_iso (&date) : NULL;
  cvn_renewal_set_text (self->renewal, entry_infos[i].field, iso);
  return TRUE;
}

static void
take (CvnRenewalView *self)
{
  const GError *error;

  if (self->filling || self->shown == NULL || self->shown != cvn_renewal_get_successor (self->renewal))
    return;
  self->wrong = FALSE;
  for (EntryId i = 0; i < N_ENTRIES && !self->wrong; i++)
    self->wrong = !take_entry (self, i);
  cvn_renewal_set_requires_all (self->renewal, gtk_switch_get_active (GTK_SWITCH (self->requires_all)));
  if (self->wrong)
    gtk_widget_set_sensitive (self->renew, FALSE);
  error = cvn_renewal_get_error (self->renewal);
  if (!self->wrong)
    show_error (self, error != NULL ? error->message : NULL, error != NULL ? cvn_error_get_field (error) : NULL);
}

static void
chosen_cb (CvnRenewalView *self)
{
  guint place = adw_combo_row_get_selected (ADW_COMBO_ROW (self->chooser));

  if (!self->filling && place < cvn_renewal_get_n_agreements (self->renewal))
    cvn_renewal_set_place (self->renewal, place);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnRenewalView) self = data;
  g_autoptr (GError) error = NULL;
  gint64           no = cvn_centre_finish (CVN_CENTRE (source), result, &error);
  g_autofree char *made = NULL;

  if (self->renewal == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->writing);
  gtk_widget_set_sensitive (self->renew, TRUE);
  if (no < 0)
    {
      show_error (self, error->message, cvn_error_get_field (error));
      return;
    }
  made = g_strdup (cvn_renewal_get_made (self->renewal));
  cvn_window_show_toast (GTK_WIDGET (self), _("The new agreement is there, and its parties are invited"), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "convenant.show-agreement", "s", made);
}

static void
renew_cb (CvnRenewalView *self)
{
  take (self);
  if (self->wrong || self->writing != NULL || self->shown == NULL || is_read_only (self))
    return;
  self->writing = g_cancellable_new ();
  gtk_widget_set_sensitive (self->renew, FALSE);
  cvn_renewal_run_async (self->renewal, self->writing, made_cb, g_object_ref (self));
}

static void
cvn_renewal_view_dispose (GObject *object)
{
  CvnRenewalView *self = CVN_RENEWAL_VIEW (object);

  g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
  g_clear_object (&self->shown);
  g_clear_object (&self->renewal);
  G_OBJECT_CLASS (cvn_renewal_view_parent_class)->dispose (object);
}

static void
cvn_renewal_view_class_init (CvnRenewalViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_renewal_view_dispose;
}

static void
cvn_renewal_view_init (CvnRenewalView *self)
{
}

static GtkWidget *
make_chooser (CvnRenewalView *self)
{
  self->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _("Agreement to renew"));
  self->chooser = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->chooser), _("Agreement"));
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->chooser);
  return self->group;
}

static GtkWidget *
make_switch (CvnRenewalView *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->requires_all = gtk_switch_new ();
  gtk_widget_set_valign (self->requires_all, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Requires all partners"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Complete only when every party of the agreement it extends has signed"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->requires_all);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->requires_all);
  g_signal_connect_object (self->requires_all, "notify::active", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_successor (CvnRenewalView *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("The new agreement"));
  for (EntryId i = 0; i < N_ENTRIES; i++)
    {
      GtkEventController *focus = gtk_event_controller_focus_new ();

      self->entries[i] = adw_entry_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entries[i]), _(entry_infos[i].title));
      g_signal_connect_object (focus, "leave", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->entries[i], "entry-activated", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (self->entries[i], focus);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->entries[i]);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_switch (self));
  return group;
}

/* Stays in sight below the form: why not, and the button. */
static GtkWidget *
make_foot (CvnRenewalView *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->error = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, "visible", FALSE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");
  self->renew = gtk_button_new_with_mnemonic (_("_Renew Agreement"));
  gtk_widget_add_css_class (self->renew, "suggested-action");
  gtk_widget_set_halign (self->renew, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->renew, "clicked", G_CALLBACK (renew_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (foot, "cvn-foot");
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->error));
  gtk_box_append (GTK_BOX (foot), self->renew);
  return foot;
}

static GtkWidget *
make_form (CvnRenewalView *self)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->preview = cvn_renewal_preview_new ();
  gtk_widget_add_css_class (box, "cvn-parties");
  gtk_box_append (GTK_BOX (box), make_chooser (self));
  gtk_box_append (GTK_BOX (box), make_successor (self));
  gtk_box_append (GTK_BOX (box), self->preview);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (form), scrolled);
  gtk_box_append (GTK_BOX (form), make_foot (self));
  return form;
}

static GtkWidget *
make_status (const char *title,
             const char *description)
{
  return g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "cvn-convenant-symbolic", "title", title, "description", description, NULL);
}

/** cvn_renewal_view_new: the renewal of the agreement that is most urgent, which is being read. */
GtkWidget *
cvn_renewal_view_new (CvnCentre *centre)
{
  CvnRenewalView *self = g_object_new (CVN_TYPE_RENEWAL_VIEW, NULL);

  self->renewal = cvn_renewal_new (centre);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "nothing");
  gtk_stack_add_named (self->stack, make_form (self), "form");
  gtk_stack_add_named (self->stack, make_status (_("Nothing to Renew"), _("Every agreement with an end is followed by another one.")), "empty");
  gtk_stack_add_named (self->stack, make_status (_("Only to Look At"), _("An agreement is renewed by the manager or the staff, in a file that can be written to.")), "closed");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (self->renewal, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::read-only", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** cvn_renewal_view_set_agreement: renews the agreement @id. */
void
cvn_renewal_view_set_agreement (CvnRenewalView *self,
                                const char     *id)
{
  cvn_renewal_set_agreement (self->renewal, id);
}
