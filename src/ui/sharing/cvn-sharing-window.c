/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-sharing-window"

#include "cvn-sharing-window.h"

#include "cvn-centre-access.h"
#include "cvn-conflict-window.h"
#include "cvn-dialogs.h"
#include "cvn-kept-focus.h"
#include "cvn-matters-open.h"
#include "cvn-place-form.h"
#include "cvn-series-group.h"
#include "cvn-share-assistant.h"
#include "cvn-sharing.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

struct _CvnSharingWindow
{
  AdwWindow            parent_instance;
  CvnCentre           *centre;
  CvnSharing          *sharing;
  GCancellable        *cancellable;
  GPtrArray           *rows; /* of what there is to look at; owned by the group */
  gboolean             filled;
  GtkStack            *stack;
  AdwActionRow        *status;
  AdwActionRow        *last;
  AdwActionRow        *queue;
  AdwActionRow        *conflicts;
  AdwActionRow        *reader;
  GtkWidget           *again;
  GtkWidget           *now;
  GtkSpinner          *spinner;
  GtkProgressBar      *bar;
  GtkWidget           *secret_group;
  GtkEditable         *secret;
  AdwPreferencesGroup *matters;
  CvnSeriesGroup      *series;
  CvnPlaceForm        *form;
  GtkLabel            *answer;
};

G_DEFINE_FINAL_TYPE (CvnSharingWindow, cvn_sharing_window, ADW_TYPE_WINDOW)

static void load_matters (CvnSharingWindow *self);

/* What a row's button is about; it lives as long as the button. */
typedef struct
{
  CvnSharingWindow *window;
  CvnMatterSort     sort;
  char             *document;
  const CvnKind    *kind;
  char             *id;
  gint64            no;
} Target;

static void
free_target (gpointer  data,
             GClosure *closure)
{
  Target *target = data;

  g_free (target->document);
  g_free (target->id);
  g_free (target);
}

static void
show_conflicts (CvnSharingWindow *self,
                const char       *document)
{
  CvnConflictWindow *window = cvn_conflict_window_new (GTK_WINDOW (self), self->centre, document);

  g_signal_connect_object (window, "chosen", G_CALLBACK (load_matters), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
matter_cb (GtkWidget *button,
           Target    *target)
{
  CvnSharingWindow *self = target->window;

  switch (target->sort)
    {
    case CVN_MATTER_CONFLICT:
      show_conflicts (self, target->document);
      break;
    case CVN_MATTER_NOTICE:
      cvn_matters_open_dismiss (self->centre, target->no);
      load_matters (self);
      break;
    case CVN_MATTER_WAITING:
    case CVN_MATTER_REFUSED:
    default:
      if (target->kind != NULL)
        cvn_window_open_record (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), target->kind->name, target->id);
      gtk_window_close (GTK_WINDOW (self));
    }
}

static const char *
find_button (CvnMatterSort sort)
{
  if (sort == CVN_MATTER_CONFLICT)
    return _("C_hoose…");
  return sort == CVN_MATTER_NOTICE ? C_("of what has been read", "_Dismiss") : _("_Show");
}

static void
add_matter (CvnSharingWindow    *self,
            const CvnOpenMatter *matter)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (find_button (matter->sort));
  Target    *target = g_new0 (Target, 1);

  *target = (Target){ self, matter->sort, g_strdup (matter->document), matter->kind, g_strdup (matter->id), matter->no };
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), matter->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), matter->text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (matter_cb), target, free_target, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  /* Not as its activatable widget, which would take the row's title for its name. */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (gtk_widget_activate), button, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->matters, row);
}

static guint
count (GPtrArray    *matters,
       CvnMatterSort sort)
{
  guint n = 0;

  for (guint i = 0; i < matters->len; i++)
    n += ((const CvnOpenMatter *) matters->pdata[i])->sort == sort;
  return n;
}

static void
show_n_conflicts (CvnSharingWindow *self,
                  GPtrArray        *matters)
{
  const guint      n = count (matters, CVN_MATTER_CONFLICT);
  g_autofree char *text = NULL;

  text = n == 0 ? g_strdup (_("Nothing to choose between"))
                : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record was changed by two people", "%u records were changed by two people", n), n);
  adw_action_row_set_subtitle (self->conflicts, text);
}

static void
matters_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matters = cvn_matters_open_finish (result, &error);
  CvnSharingWindow *self = data;
  guint             place;
  gboolean          focused;

  if (matters == NULL)
    return;
  focused = cvn_kept_focus_find (self->rows, &place);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->matters, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < matters->len; i++)
    add_matter (self, matters->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->matters), matters->len > 0);
  gtk_widget_set_visible (self->again, count (matters, CVN_MATTER_REFUSED) > 0);
  if (focused)
    cvn_kept_focus_give (self->rows, place, GTK_WIDGET (self->conflicts));
  show_n_conflicts (self, matters);
}

static void
load_matters (CvnSharingWindow *self)
{
  if (self->centre != NULL)
    cvn_matters_open_async (self->centre, self->cancellable, matters_cb, self);
}

static void
fill (CvnSharingWindow *self)
{
  g_auto (CvnSharingPlace) place = { 0 };

  cvn_sharing_get_place (self->sharing, &place);
  if (self->filled || place.database == NULL)
    return;
  self->filled = TRUE;
  cvn_place_form_fill (self->form, &place);
}

static void
show_progress (CvnSharingWindow *self,
               gboolean          busy)
{
  const double fraction = cvn_sharing_get_fraction (self->sharing);

  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), busy && fraction >= 0);
  gtk_progress_bar_set_fraction (self->bar, MAX (fraction, 0));
}

static const char *
get_reason (CvnSharingWindow *self)
{
  if (cvn_centre_is_reader (self->centre))
    return _("You Read Along");
  if (cvn_centre_is_looking (self->centre))
    return _("Read-only: the board’s view");
  return cvn_centre_is_taken (self->centre) ? _("Read-only: open in another window") : _("Read-only: this file cannot be written to");
}

static const char *
get_way_out (CvnSharingWindow *self)
{
  if (cvn_centre_is_reader (self->centre))
    return _("The server gives your account the role of the board. You can look, print and export; nothing can be changed here. Who runs the server can give you another role.");
  return cvn_centre_is_looking (self->centre) ? _("A board member looks and changes nothing. The role can be changed in the preferences.")
                                              : _("The centre is open for reading only.");
}

/* Who cannot change anything is told why, which may be for another reason than before. */
static void
show_reader (CvnSharingWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->reader), cvn_centre_is_read_only (self->centre));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reader), get_reason (self));
  adw_action_row_set_subtitle (self->reader, get_way_out (self));
}

static void
update (CvnSharingWindow *self)
{
  const char      *line = cvn_sharing_get_line (self->sharing);
  g_autofree char *detail = cvn_sharing_dup_detail (self->sharing);
  g_autofree char *counts = cvn_sharing_dup_counts (self->sharing);
  g_autofree char *last = cvn_sharing_dup_last (self->sharing);
  g_autofree char *staying = cvn_sharing_dup_staying (self->sharing);
  gboolean         busy = cvn_sharing_get_state (self->sharing) == CVN_SHARING_BUSY;
  gboolean         shared = cvn_sharing_is_shared (self->sharing);

  gtk_stack_set_visible_child_name (self->stack, shared ? "shared" : "alone");
  gtk_widget_set_visible (self->now, shared);
  self->filled = self->filled && shared;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->status), line != NULL ? line : _("Not shared"));
  adw_action_row_set_subtitle (self->status, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->last), last != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->last), last != NULL ? last : "");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->queue), counts);
  adw_action_row_set_subtitle (self->queue, staying != NULL ? staying : "");
  show_reader (self);
  gtk_widget_set_visible (self->secret_group, cvn_sharing_wants_secret (self->sharing));
  show_progress (self, busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sharing.now", shared && !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sharing.cancel", busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sharing.do", cvn_sharing_may_change (self->sharing));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sharing.give-secret", cvn_sharing_may_change (self->sharing));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sharing.share", cvn_centre_is_open (self->centre) && !cvn_centre_is_read_only (self->centre));
  fill (self);
  if (busy)
    return;
  load_matters (self);
  if (shared)
    cvn_series_group_load (self->series);
}

static void
answer (CvnSharingWindow *self,
        const char       *words,
        gboolean          failed)
{
  gtk_label_set_label (self->answer, words);
  gtk_widget_set_visible (GTK_WIDGET (self->answer), TRUE);
  if (failed)
    gtk_widget_add_css_class (GTK_WIDGET (self->answer), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->answer), "error");
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char  *words = cvn_sharing_do_finish (CVN_SHARING (source), result, &error);
  CvnSharingWindow *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  answer (self, words != NULL ? words : error->message, words == NULL);
}

static void
perform (CvnSharingWindow *self,
         CvnSharingTask    task,
         const char       *secret)
{
  g_auto (CvnSharingPlace) place = { 0 };

  if (task == CVN_SHARING_TEST || task == CVN_SHARING_CONTINUE)
    cvn_place_form_get_place (self->form, &place);
  else
    cvn_sharing_get_place (self->sharing, &place);
  answer (self, _("Asking the server…"), FALSE);
  cvn_sharing_do_async (self->sharing, task, &place, secret, self->cancellable, done_cb, self);
}

static void
agreed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autofree gpointer *pair = data;
  g_autoptr (CvnSharingWindow) self = pair[0];

  if (cvn_dialogs_ask_finish (result) && self->centre != NULL)
    perform (self, (CvnSharingTask) GPOINTER_TO_INT (pair[1]), NULL);
}

static void
ask (CvnSharingWindow *self,
     CvnSharingTask    task,
     const char       *heading,
     const char       *body,
     const char       *accept)
{
  gpointer *pair = g_new0 (gpointer, 2);

  pair[0] = g_object_ref (self);
  pair[1] = GINT_TO_POINTER (task);
  cvn_dialogs_ask_async (GTK_WINDOW (self), heading, body, accept, FALSE, agreed_cb, pair);
}

static void
perform_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  CvnSharingWindow *self = CVN_SHARING_WINDOW (widget);
  CvnSharingTask    task = (CvnSharingTask) g_variant_get_int32 (parameter);

  if (task == CVN_SHARING_LEAVE)
    ask (self, task, _("Leave the Server?"),
         _("All records stay in your file, and all documents stay on the server. Changes are not exchanged any more. What was not sent yet stays here only."), _("_Leave"));
  else if (task == CVN_SHARING_REBUILD)
    ask (self, task, _("Rebuild the Local Copy?"),
         _("Everything is fetched from the server anew, and the server is believed. What you changed and what was not sent yet stays, and is sent afterwards."), _("_Rebuild"));
  else
    perform (self, task, task == CVN_SHARING_CONTINUE ? cvn_place_form_get_secret (self->form) : NULL);
}

static void
test_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CvnSharingWindow *self = CVN_SHARING_WINDOW (widget);

  perform (self, CVN_SHARING_TEST, cvn_place_form_get_secret (self->form));
}

/* The password that was asked for is used at once. */
static void
secret_cb (CvnSharingWindow *self)
{
  if (*gtk_editable_get_text (self->secret) == '\0')
    return;
  perform (self, CVN_SHARING_PASSWORD, gtk_editable_get_text (self->secret));
  gtk_editable_set_text (self->secret, "");
}

static void
give_secret_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  secret_cb (CVN_SHARING_WINDOW (widget));
}

static void
now_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  cvn_sharing_now (CVN_SHARING_WINDOW (widget)->sharing);
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  cvn_sharing_cancel (CVN_SHARING_WINDOW (widget)->sharing);
}

static void
conflicts_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  show_conflicts (CVN_SHARING_WINDOW (widget), NULL);
}

static void
share_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  CvnSharingWindow *self = CVN_SHARING_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (cvn_share_assistant_new_to_share (GTK_WINDOW (self), self->centre)));
}

/* The program knows where new files go. */
static void
join_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (widget)));

  gtk_window_close (GTK_WINDOW (widget));
  gtk_widget_activate_action (parent, "win.join-centre", NULL);
}

static void
cvn_sharing_window_dispose (GObject *object)
{
  CvnSharingWindow *self = CVN_SHARING_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->sharing);
  g_clear_object (&self->centre);
  gtk_widget_dispose_template (GTK_WIDGET (self), CVN_TYPE_SHARING_WINDOW);
  G_OBJECT_CLASS (cvn_sharing_window_parent_class)->dispose (object);
}

static void
cvn_sharing_window_finalize (GObject *object)
{
  g_ptr_array_unref (CVN_SHARING_WINDOW (object)->rows);
  G_OBJECT_CLASS (cvn_sharing_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, status);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, last);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, queue);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, conflicts);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, reader);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, again);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, now);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, secret_group);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, secret);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, matters);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, series);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, form);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, answer);
  gtk_widget_class_bind_template_callback (widget_class, secret_cb);
}

static void
cvn_sharing_window_class_init (CvnSharingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_sharing_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_sharing_window_finalize;
  g_type_ensure (CVN_TYPE_PLACE_FORM);
  g_type_ensure (CVN_TYPE_SERIES_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/sharing/cvn-sharing-window.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "sharing.do", "i", perform_cb);
  gtk_widget_class_install_action (widget_class, "sharing.test", NULL, test_cb);
  gtk_widget_class_install_action (widget_class, "sharing.now", NULL, now_cb);
  gtk_widget_class_install_action (widget_class, "sharing.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "sharing.conflicts", NULL, conflicts_cb);
  gtk_widget_class_install_action (widget_class, "sharing.give-secret", NULL, give_secret_cb);
  gtk_widget_class_install_action (widget_class, "sharing.share", NULL, share_cb);
  gtk_widget_class_install_action (widget_class, "sharing.join", NULL, join_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "sharing.now", NULL);
}

static void
cvn_sharing_window_init (CvnSharingWindow *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** cvn_sharing_window_new: how @centre is shared, to be presented; it belongs to GTK. */
CvnSharingWindow *
cvn_sharing_window_new (GtkWindow *parent,
                        CvnCentre *centre)
{
  CvnSharingWindow *self = g_object_new (CVN_TYPE_SHARING_WINDOW, "transient-for", parent, NULL);

  self->centre = g_object_ref (centre);
  self->sharing = cvn_sharing_new (centre);
  cvn_series_group_set_centre (self->series, centre);
  g_signal_connect_object (self->sharing, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::read-only", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}
