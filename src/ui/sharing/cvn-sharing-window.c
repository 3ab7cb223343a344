/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-sharing-window"

#include "cvn-sharing-window.h"

#include "cvn-conflict-window.h"
#include "cvn-matters-open.h"
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
  AdwActionRow        *status;
  AdwActionRow        *queue;
  GtkSpinner          *spinner;
  AdwPreferencesGroup *matters;
  GtkEditable         *server;
  GtkEditable         *database;
  GtkEditable         *account;
  GtkEditable         *secret;
  GtkEditable         *author;
  GtkEditable         *ca_file;
  GtkLabel            *answer;
  GtkWidget           *more;
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
matter_cb (GtkWidget *button,
           Target    *target)
{
  CvnSharingWindow  *self = target->window;
  CvnConflictWindow *window;

  switch (target->sort)
    {
    case CVN_MATTER_CONFLICT:
      window = cvn_conflict_window_new (GTK_WINDOW (self), self->centre, target->document);
      g_signal_connect_object (window, "chosen", G_CALLBACK (load_matters), self, G_CONNECT_SWAPPED);
      gtk_window_present (GTK_WINDOW (window));
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
    return _("_Choose…");
  return sort == CVN_MATTER_NOTICE ? _("_Dismiss") : _("_Show");
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
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->matters, row);
}

static void
matters_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matters = cvn_matters_open_finish (result, &error);
  CvnSharingWindow *self = data;

  if (matters == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->matters, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < matters->len; i++)
    add_matter (self, matters->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->matters), matters->len > 0);
}

static void
load_matters (CvnSharingWindow *self)
{
  cvn_matters_open_async (self->centre, self->cancellable, matters_cb, self);
}

static void
set_text (GtkEditable *entry,
          const char  *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
fill (CvnSharingWindow *self)
{
  g_auto (CvnSharingPlace) place = { 0 };

  cvn_sharing_get_place (self->sharing, &place);
  if (self->filled || place.database == NULL)
    return;
  self->filled = TRUE;
  set_text (self->server, place.server);
  set_text (self->database, place.database);
  set_text (self->account, place.account);
  set_text (self->author, place.author);
  set_text (self->ca_file, place.ca_file);
}

static void
update (CvnSharingWindow *self)
{
  const char      *line = cvn_sharing_get_line (self->sharing);
  g_autofree char *detail = cvn_sharing_dup_detail (self->sharing);
  g_autofree char *counts = cvn_sharing_dup_counts (self->sharing);
  gboolean         busy = cvn_sharing_get_state (self->sharing) == CVN_SHARING_BUSY;
  gboolean         shared = cvn_sharing_is_shared (self->sharing);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->status), line != NULL ? line : _("Not shared"));
  adw_action_row_set_subtitle (self->status, detail);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->queue), counts);
  gtk_widget_set_visible (GTK_WIDGET (self->queue), shared);
  gtk_widget_set_visible (self->more, shared);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sharing.now", shared && !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sharing.cancel", busy);
  fill (self);
  if (!busy)
    load_matters (self);
}

static char *
dup_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
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
  gtk_label_set_label (self->answer, words != NULL ? words : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->answer), TRUE);
  if (words != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->answer), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->answer), "error");
}

static void
perform_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  CvnSharingWindow *self = CVN_SHARING_WINDOW (widget);
  g_auto (CvnSharingPlace) place = { dup_text (self->server), dup_text (self->database), dup_text (self->account), dup_text (self->ca_file), dup_text (self->author) };

  gtk_label_set_label (self->answer, _("Asking…"));
  gtk_widget_set_visible (GTK_WIDGET (self->answer), TRUE);
  cvn_sharing_do_async (self->sharing, (CvnSharingTask) g_variant_get_int32 (parameter), &place, gtk_editable_get_text (self->secret),
                        self->cancellable, done_cb, self);
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
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, status);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, queue);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, matters);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, server);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, database);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, account);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, secret);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, author);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, ca_file);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, answer);
  gtk_widget_class_bind_template_child (widget_class, CvnSharingWindow, more);
}

static void
cvn_sharing_window_class_init (CvnSharingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_sharing_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_sharing_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/sharing/cvn-sharing-window.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "sharing.do", "i", perform_cb);
  gtk_widget_class_install_action (widget_class, "sharing.now", NULL, now_cb);
  gtk_widget_class_install_action (widget_class, "sharing.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cvn_sharing_window_init (CvnSharingWindow *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  set_text (self->author, g_get_real_name ());
}

/** cvn_sharing_window_new: how @centre is shared, to be presented; it belongs to GTK. */
CvnSharingWindow *
cvn_sharing_window_new (GtkWindow *parent,
                        CvnCentre *centre)
{
  CvnSharingWindow *self = g_object_new (CVN_TYPE_SHARING_WINDOW, "transient-for", parent, NULL);

  self->centre = g_object_ref (centre);
  self->sharing = cvn_sharing_new (centre);
  g_signal_connect_object (self->sharing, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}
