/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-share-assistant"

#include "cvn-share-assistant.h"

#include "cvn-dialogs.h"
#include "cvn-joining.h"
#include "cvn-place-form.h"

#include <glib/gi18n-lib.h>

struct _CvnShareAssistant
{
  AdwWindow       parent_instance;
  CvnCentre      *centre;
  CvnSharing     *sharing;
  CvnJoining     *joining;     /* NULL while nothing is being joined */
  char           *path;        /* of the file to join into; NULL: to share the open centre */
  GCancellable   *cancellable; /* of what is under way, or NULL */
  gboolean        watching;    /* the first exchange of a centre that is shared now */
  gboolean        began;       /* it was seen under way */
  char           *words;       /* for the last page */
  GtkStack       *stack;
  AdwWindowTitle *title;
  GtkLabel       *intro;
  CvnPlaceForm   *form;
  GtkWidget      *file_group;
  AdwActionRow   *file;
  GtkLabel       *answer;
  GtkSpinner     *spinner;
  GtkButton      *go;
  GtkWidget      *cancel;
  GtkProgressBar *bar;
  GtkLabel       *counts;
  GtkLabel       *busy_words;
  AdwStatusPage  *done;
};

G_DEFINE_FINAL_TYPE (CvnShareAssistant, cvn_share_assistant, ADW_TYPE_WINDOW)

static guint joined_signal;

static void
update_actions (CvnShareAssistant *self)
{
  gboolean ready = self->cancellable == NULL && cvn_place_form_is_filled (self->form);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assistant.test", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assistant.go", ready);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), self->cancellable == NULL);
  gtk_spinner_set_spinning (self->spinner, self->cancellable != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->cancellable != NULL);
}

static void
say (CvnShareAssistant *self,
     const char        *words,
     const char        *css_class)
{
  static const char *const classes[] = { "error", "success" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->answer), classes[i]);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->answer), css_class);
  gtk_label_set_label (self->answer, words);
  gtk_widget_set_visible (GTK_WIDGET (self->answer), *words != '\0');
}

static void
begin (CvnShareAssistant *self)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  update_actions (self);
}

static void
end (CvnShareAssistant *self)
{
  g_clear_object (&self->cancellable);
  update_actions (self);
}

static void
show_form (CvnShareAssistant *self)
{
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_set_visible (GTK_WIDGET (self->go), TRUE);
  gtk_button_set_label (GTK_BUTTON (self->cancel), _("_Cancel"));
}

static void
show_busy (CvnShareAssistant *self,
           const char        *words)
{
  gtk_label_set_label (self->busy_words, words);
  gtk_label_set_label (self->counts, "");
  gtk_widget_set_visible (GTK_WIDGET (self->go), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
}

static void
show_done (CvnShareAssistant *self,
           const char        *heading,
           const char        *words)
{
  self->watching = FALSE;
  adw_status_page_set_title (self->done, heading);
  adw_status_page_set_description (self->done, words);
  gtk_stack_set_visible_child_name (self->stack, "done");
  gtk_widget_set_visible (GTK_WIDGET (self->go), FALSE);
  gtk_button_set_label (GTK_BUTTON (self->cancel), _("_Close"));
}

static void
tested_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (CvnShareAssistant) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = cvn_sharing_do_finish (CVN_SHARING (source), result, &error);

  if (self->centre == NULL)
    return;
  end (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, "", NULL);
  else
    say (self, words != NULL ? words : error->message, words != NULL ? "success" : "error");
}

static void
test_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CvnShareAssistant *self = CVN_SHARE_ASSISTANT (widget);
  g_auto (CvnSharingPlace) place = { 0 };

  cvn_place_form_get_place (self->form, &place);
  say (self, _("Asking the server…"), NULL);
  begin (self);
  cvn_sharing_do_async (self->sharing, self->path != NULL ? CVN_SHARING_TEST : CVN_SHARING_TEST_NEW, &place, cvn_place_form_get_secret (self->form),
                        self->cancellable, tested_cb, g_object_ref (self));
}

static void
show_joining (CvnShareAssistant *self)
{
  g_autofree char *words = cvn_joining_dup_progress (self->joining);
  double           fraction = cvn_joining_get_fraction (self->joining);

  gtk_label_set_label (self->counts, words);
  if (fraction < 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, fraction);
}

static void
joined_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (CvnShareAssistant) self = data;
  g_autoptr (CvnJoining) joining = g_object_ref (CVN_JOINING (source));
  g_autoptr (GError) error = NULL;
  g_autofree char *words = cvn_joining_run_finish (joining, result, &error);

  if (self->centre == NULL) /* the window was closed */
    {
      cvn_joining_give_up (joining);
      return;
    }
  end (self);
  if (words == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        cvn_joining_give_up (joining);
      say (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? _("Stopped. Nothing was kept.") : error->message, "error");
      show_form (self);
      return;
    }
  cvn_place_form_forget_secret (self->form);
  cvn_joining_hand_over (joining, self->centre);
  g_signal_emit (self, joined_signal, 0, cvn_joining_get_path (joining));
  show_done (self, _("You Have Joined"), *words != '\0' ? words : _("The whole centre is in your own file now. Changes are exchanged by themselves from here on."));
}

static void
join (CvnShareAssistant *self)
{
  g_auto (CvnSharingPlace) place = { 0 };

  cvn_place_form_get_place (self->form, &place);
  if (self->joining == NULL || g_strcmp0 (cvn_joining_get_path (self->joining), self->path) != 0)
    {
      g_clear_object (&self->joining);
      self->joining = cvn_joining_new (self->path);
      g_signal_connect_object (self->joining, "progress", G_CALLBACK (show_joining), self, G_CONNECT_SWAPPED);
    }
  say (self, "", NULL);
  begin (self);
  show_busy (self, _("The centre is being fetched. This takes a while the first time."));
  show_joining (self);
  cvn_joining_run_async (self->joining, &place, cvn_place_form_get_secret (self->form), self->cancellable, joined_cb, g_object_ref (self));
}

/* The first exchange sends everything; closing the window does not stop it. */
static void
sharing_changed_cb (CvnShareAssistant *self)
{
  CvnSharingState  state = cvn_sharing_get_state (self->sharing);
  g_autofree char *detail = NULL;

  if (!self->watching)
    return;
  detail = cvn_sharing_dup_detail (self->sharing);
  if (state == CVN_SHARING_BUSY)
    {
      const double fraction = cvn_sharing_get_fraction (self->sharing);

      self->began = TRUE;
      gtk_label_set_label (self->counts, detail);
      if (fraction < 0)
        gtk_progress_bar_pulse (self->bar);
      else
        gtk_progress_bar_set_fraction (self->bar, fraction);
    }
  else if (state == CVN_SHARING_TROUBLE && self->began)
    show_done (self, _("Not Everything Was Sent"), detail);
  else if (state == CVN_SHARING_UP_TO_DATE && self->began)
    show_done (self, _("This Centre Is Shared"), self->words);
}

static void
shared_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (CvnShareAssistant) self = data;
  g_autoptr (GError) error = NULL;
  char *words = cvn_sharing_do_finish (CVN_SHARING (source), result, &error);

  if (self->centre == NULL)
    {
      g_free (words);
      return;
    }
  end (self);
  if (words == NULL)
    {
      say (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? "" : error->message, "error");
      show_form (self);
      return;
    }
  cvn_place_form_forget_secret (self->form);
  g_free (self->words);
  self->words = words;
  self->watching = TRUE;
  gtk_label_set_label (self->counts, _("Everything is being sent."));
}

static void
share (CvnShareAssistant *self)
{
  g_auto (CvnSharingPlace) place = { 0 };

  cvn_place_form_get_place (self->form, &place);
  say (self, "", NULL);
  begin (self);
  show_busy (self, _("The centre is being sent. You can close this window and work on meanwhile."));
  gtk_progress_bar_pulse (self->bar);
  cvn_sharing_do_async (self->sharing, CVN_SHARING_SHARE, &place, cvn_place_form_get_secret (self->form), self->cancellable, shared_cb, g_object_ref (self));
}

static void
go_cb (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  CvnShareAssistant *self = CVN_SHARE_ASSISTANT (widget);

  if (self->path != NULL)
    join (self);
  else
    share (self);
}

/* Ends what is under way, or else the window. */
static void
cancel_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CvnShareAssistant *self = CVN_SHARE_ASSISTANT (widget);

  if (self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
    }
  else if (self->watching)
    {
      cvn_sharing_cancel (self->sharing);
      show_done (self, _("Stopped"), _("This centre is shared, and not everything was sent yet. It goes on with the next exchange."));
    }
  else
    {
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
show_path (CvnShareAssistant *self)
{
  g_autofree char *shown = g_filename_display_name (self->path);

  adw_action_row_set_subtitle (self->file, shown);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (CvnShareAssistant) self = data;
  g_autoptr (GFile) file = cvn_dialogs_file_finish (result, NULL);
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || self->centre == NULL)
    {
      g_free (path);
      return;
    }
  g_free (self->path);
  self->path = g_str_has_suffix (path, ".convenant") ? g_strdup (path) : g_strconcat (path, ".convenant", NULL);
  g_free (path);
  show_path (self);
}

static void
choose_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CvnShareAssistant *self = CVN_SHARE_ASSISTANT (widget);
  g_autofree char   *name = g_path_get_basename (self->path);

  cvn_dialogs_save_async (GTK_WINDOW (self), _("Where to Keep the Centre"), CVN_FILES_CENTRE, name, file_chosen_cb, g_object_ref (self));
}

static gboolean
cvn_share_assistant_close_request (GtkWindow *window)
{
  g_cancellable_cancel (CVN_SHARE_ASSISTANT (window)->cancellable);
  return GTK_WINDOW_CLASS (cvn_share_assistant_parent_class)->close_request (window);
}

static void
cvn_share_assistant_dispose (GObject *object)
{
  CvnShareAssistant *self = CVN_SHARE_ASSISTANT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->joining);
  g_clear_object (&self->sharing);
  g_clear_object (&self->centre);
  gtk_widget_dispose_template (GTK_WIDGET (self), CVN_TYPE_SHARE_ASSISTANT);
  G_OBJECT_CLASS (cvn_share_assistant_parent_class)->dispose (object);
}

static void
cvn_share_assistant_finalize (GObject *object)
{
  g_free (CVN_SHARE_ASSISTANT (object)->path);
  g_free (CVN_SHARE_ASSISTANT (object)->words);
  G_OBJECT_CLASS (cvn_share_assistant_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CvnShareAssistant, stack);
  gtk_widget_class_bind_template_child (widget_class, CvnShareAssistant, title);
  gtk_widget_class_bind_template_child (widget_class, CvnShareAssistant, intro);
  gtk_widget_class_bind_template_child (widget_class, CvnShareAssistant, form);
  gtk_widget_class_bind_template_child (widget_class, CvnShareAssistant, file_group);
  gtk_widget_class_bind_template_child (widget_class, CvnShareAssistant, file);
  gtk_widget_class_bind_template_child (widget_class, CvnShareAssistant, answer);
  gtk_widget_class_bind_template_child (widget_class, CvnShareAssistant, spinner);
  gtk_widget_class_bind_template_child (widget_class, CvnShareAssistant, go);
  gtk_widget_class_bind_template_child (widget_class, CvnShareAssistant, cancel);
  gtk_widget_class_bind_template_child (widget_class, CvnShareAssistant, bar);
  gtk_widget_class_bind_template_child (widget_class, CvnShareAssistant, counts);
  gtk_widget_class_bind_template_child (widget_class, CvnShareAssistant, busy_words);
  gtk_widget_class_bind_template_child (widget_class, CvnShareAssistant, done);
}

static void
cvn_share_assistant_class_init (CvnShareAssistantClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_share_assistant_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_share_assistant_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = cvn_share_assistant_close_request;
  joined_signal = g_signal_new ("joined", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (CVN_TYPE_PLACE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/sharing/cvn-share-assistant.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "assistant.test", NULL, test_cb);
  gtk_widget_class_install_action (widget_class, "assistant.go", NULL, go_cb);
  gtk_widget_class_install_action (widget_class, "assistant.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "assistant.choose", NULL, choose_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "assistant.cancel", NULL);
}

static void
cvn_share_assistant_init (CvnShareAssistant *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->go));
}

static CvnShareAssistant *
create (GtkWindow  *parent,
        CvnCentre  *centre,
        const char *title,
        const char *intro,
        const char *go)
{
  CvnShareAssistant *self = g_object_new (CVN_TYPE_SHARE_ASSISTANT, "transient-for", parent, "title", title, NULL);

  self->centre = g_object_ref (centre);
  self->sharing = cvn_sharing_new (centre);
  adw_window_title_set_title (self->title, title);
  gtk_label_set_label (self->intro, intro);
  gtk_button_set_label (self->go, go);
  g_signal_connect_object (self->sharing, "changed", G_CALLBACK (sharing_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  update_actions (self);
  cvn_place_form_begin (self->form);
  return self;
}

/** cvn_share_assistant_new_to_share: for the centre that is open; to be presented; it belongs to GTK. */
CvnShareAssistant *
cvn_share_assistant_new_to_share (GtkWindow *parent,
                                  CvnCentre *centre)
{
  return create (parent, centre, _("Share This Centre"),
                 _("Colleagues work in the same centre through a database on a CouchDB server. It has to be empty, or not there yet. Everybody keeps the whole centre on the own computer and can work without a network."),
                 _("_Share"));
}

/** cvn_share_assistant_new_to_join: a centre that others share, into a new file, @path unless the person chooses another. */
CvnShareAssistant *
cvn_share_assistant_new_to_join (GtkWindow  *parent,
                                 CvnCentre  *centre,
                                 const char *path)
{
  CvnShareAssistant *self = create (parent, centre, C_("title, which has little room", "Join a Centre"),
                                    _("A colleague shares a centre already. It is fetched into a new file on this computer, and changes are exchanged from then on. Ask the person who runs the server for these answers."),
                                    _("_Join"));

  self->path = g_strdup (path);
  gtk_widget_set_visible (self->file_group, TRUE);
  show_path (self);
  return self;
}
