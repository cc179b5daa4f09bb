# learning-dynamics: Loss and singular values of the end-to-end map of named-features over time
#
# Draw it again:   gnuplot learning-dynamics.gp
# As PNG or PDF:   gnuplot -e "format='png'" learning-dynamics.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" learning-dynamics.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'learning-dynamics.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,573 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,1146 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,5.97in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,435 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1740 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,4.53in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $learning_dynamics has the columns 1 epoch, 2 loss, 3 theory, 4 mode_1, 5 mode_2, 6 mode_3, 7 mode_4, 8 mode_5, 9 mode_6
set table $learning_dynamics; plot 'learning-dynamics.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08636
if (medium eq 'web') set rmargin at screen 0.66364
if (medium eq 'web') set bmargin at screen 0.1623
if (medium eq 'web') set tmargin at screen 0.92147
if (medium eq 'slides') set lmargin at screen 0.09941
if (medium eq 'slides') set rmargin at screen 0.91936
if (medium eq 'slides') set bmargin at screen 0.4438
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.17347
if (medium eq 'paper') set rmargin at screen 0.85928
if (medium eq 'paper') set bmargin at screen 0.58171
if (medium eq 'paper') set tmargin at screen 0.93379
set border 11 linecolor '#404040'
set title 'Learning dynamics' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.375,0.06675 center
if (medium eq 'web') set label 1 'loss (mean squared error)' at screen 0.02907,0.54188 center rotate by 90
if (medium eq 'web') set label 2 'singular value' at screen 0.70728,0.54188 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'named-features · η = 2 · γ = 1e-12 · seed 2021'.'}' at screen 0.00682,0.02283 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.50938,0.32213 center
if (medium eq 'slides') set label 1 'loss (mean squared error)' at screen 0.02063,0.6769 center rotate by 90
if (medium eq 'slides') set label 2 'singular value' at screen 0.97937,0.6769 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'named-features · η = 2 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.51637,0.49221 center
if (medium eq 'paper') set label 1 'loss (mean squared error)' at screen 0.03599,0.75775 center rotate by 90
if (medium eq 'paper') set label 2 'singular value' at screen 0.96401,0.75775 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'named-features · η = 2 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.02138 left textcolor '#707070'
if (medium eq 'web') set xrange [0:1000]
if (medium eq 'web') set xtics out nomirror 100
if (medium eq 'slides') set xrange [0:1000]
if (medium eq 'slides') set xtics out nomirror 100
if (medium eq 'paper') set xrange [0:1000]
if (medium eq 'paper') set xtics out nomirror 500
if (medium eq 'web') set yrange [0:1.05]
if (medium eq 'web') set ytics out nomirror 0.2
if (medium eq 'slides') set yrange [0:1.05]
if (medium eq 'slides') set ytics out nomirror 0.5
if (medium eq 'paper') set yrange [0:1.05]
if (medium eq 'paper') set ytics out nomirror 0.5
if (medium eq 'web') set y2range [0:6.12]
if (medium eq 'web') set y2tics out nomirror 1
if (medium eq 'slides') set y2range [0:6.12]
if (medium eq 'slides') set y2tics out nomirror 2
if (medium eq 'paper') set y2range [0:6.12]
if (medium eq 'paper') set y2tics out nomirror 2
if (medium eq 'web') set key at screen 0.74091,0.92147 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.29213 left top horizontal maxcols 3 Left reverse samplen 2 spacing 1.15 width -1
if (medium eq 'paper') set key at screen 0.01309,0.47014 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -1
plot NaN with dots linecolor rgb '#ffffff' title 'left axis:', \
     NaN with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 title 'loss', \
     NaN with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory', \
     NaN with dots linecolor rgb '#ffffff' title 'right axis:', \
     NaN with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'mode 1: 5.828', \
     NaN with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'mode 2: 5.016', \
     NaN with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 title 'mode 3: 3.029', \
     NaN with lines linecolor rgb '#e69f00' linewidth 2 dashtype 1 title 'mode 4: 2.955', \
     NaN with lines linecolor rgb '#56b4e9' linewidth 2 dashtype 1 title 'mode 5: 1.29', \
     NaN with lines linecolor rgb '#cc79a7' linewidth 2 dashtype 1 title 'mode 6: 1.138', \
     $learning_dynamics using 1:4 axes x1y2 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle, \
     $learning_dynamics using 1:5 axes x1y2 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 notitle, \
     $learning_dynamics using 1:6 axes x1y2 with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 notitle, \
     $learning_dynamics using 1:7 axes x1y2 with lines linecolor rgb '#e69f00' linewidth 2 dashtype 1 notitle, \
     $learning_dynamics using 1:8 axes x1y2 with lines linecolor rgb '#56b4e9' linewidth 2 dashtype 1 notitle, \
     $learning_dynamics using 1:9 axes x1y2 with lines linecolor rgb '#cc79a7' linewidth 2 dashtype 1 notitle, \
     $learning_dynamics using 1:2 with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 notitle, \
     $learning_dynamics using 1:3 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle
