/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-place-form"

#include "cvn-place-form.h"

#include "cvn-dialogs.h"

#include <glib/gi18n-lib.h>

struct _CvnPlaceForm
{
  AdwPreferencesGroup parent_instance;
  GtkEditable        *server;
  GtkEditable        *database;
  GtkEditable        *account;
  GtkEditable        *secret;
  GtkEditable        *author;
  GtkEditable        *ca_file;
};

G_DEFINE_FINAL_TYPE (CvnPlaceForm, cvn_place_form, ADW_TYPE_PREFERENCES_GROUP)

static guint changed_signal;

static void
set_text (GtkEditable *entry,
          const char  *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

static char *
dup_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
changed_cb (CvnPlaceForm *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (CvnPlaceForm) self = data;
  g_autoptr (GFile) file = cvn_dialogs_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->ca_file != NULL)
    set_text (self->ca_file, path);
}

static void
choose_file_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  cvn_dialogs_open_async (GTK_WINDOW (root), _("Choose a Certificate"), CVN_FILES_ANY, file_chosen_cb, g_object_ref (widget));
}

static void
cvn_place_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CVN_TYPE_PLACE_FORM);
  G_OBJECT_CLASS (cvn_place_form_parent_class)->dispose (object);
}

static void
cvn_place_form_class_init (CvnPlaceFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_place_form_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/sharing/cvn-place-form.ui");
  gtk_widget_class_bind_template_child (widget_class, CvnPlaceForm, server);
  gtk_widget_class_bind_template_child (widget_class, CvnPlaceForm, database);
  gtk_widget_class_bind_template_child (widget_class, CvnPlaceForm, account);
  gtk_widget_class_bind_template_child (widget_class, CvnPlaceForm, secret);
  gtk_widget_class_bind_template_child (widget_class, CvnPlaceForm, author);
  gtk_widget_class_bind_template_child (widget_class, CvnPlaceForm, ca_file);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "place.choose-file", NULL, choose_file_cb);
}

static void
cvn_place_form_init (CvnPlaceForm *self)
{
  const char *name = g_get_real_name ();

  gtk_widget_init_template (GTK_WIDGET (self));
  set_text (self->author, g_strcmp0 (name, "Unknown") != 0 ? name : g_get_user_name ());
}

/** cvn_place_form_begin: lets the keyboard begin at the first row. */
void
cvn_place_form_begin (CvnPlaceForm *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->server));
}

/** cvn_place_form_fill: shows @place. */
void
cvn_place_form_fill (CvnPlaceForm          *self,
                     const CvnSharingPlace *place)
{
  set_text (self->server, place->server);
  set_text (self->database, place->database);
  set_text (self->account, place->account);
  set_text (self->author, place->author);
  set_text (self->ca_file, place->ca_file);
}

/** cvn_place_form_get_place: what was filled in; end with cvn_sharing_place_clear(). */
void
cvn_place_form_get_place (CvnPlaceForm    *self,
                          CvnSharingPlace *place)
{
  *place = (CvnSharingPlace){ dup_text (self->server), dup_text (self->database), dup_text (self->account), dup_text (self->ca_file), dup_text (self->author) };
}

/** cvn_place_form_get_secret: the password, owned by the form; "" when none was filled in. */
const char *
cvn_place_form_get_secret (CvnPlaceForm *self)
{
  return gtk_editable_get_text (self->secret);
}

/** cvn_place_form_forget_secret: once it was handed on it has no business on the screen. */
void
cvn_place_form_forget_secret (CvnPlaceForm *self)
{
  set_text (self->secret, NULL);
}

/** cvn_place_form_is_filled: whether there is enough to ask a server. */
gboolean
cvn_place_form_is_filled (CvnPlaceForm *self)
{
  g_auto (CvnSharingPlace) place = { 0 };

  cvn_place_form_get_place (self, &place);
  return *place.server != '\0' && *place.database != '\0';
}
