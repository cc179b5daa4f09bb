# mode-strengths: Strength of each mode of named-features in the end-to-end map, and theory
#
# Draw it again:   gnuplot mode-strengths.gp
# As PNG or PDF:   gnuplot -e "format='png'" mode-strengths.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" mode-strengths.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'mode-strengths.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1000,573 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2000,1146 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 10.42in,5.97in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,353 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1412 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,3.68in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $mode_strengths has the columns 1 epoch, 2 strength_1, 3 strength_2, 4 strength_3, 5 strength_4, 6 strength_5, 7 strength_6, 8 theory_1, 9 theory_2, 10 theory_3, 11 theory_4, 12 theory_5, 13 theory_6, 14 theory_7, 15 theory_8
set table $mode_strengths; plot 'mode-strengths.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(10)."\t".strcol(11)."\t".strcol(12)."\t".strcol(13)."\t".strcol(14)."\t".strcol(15)."\t".strcol(16)."\t".strcol(17)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.095
if (medium eq 'web') set rmargin at screen 0.715
if (medium eq 'web') set bmargin at screen 0.1623
if (medium eq 'web') set tmargin at screen 0.92147
if (medium eq 'slides') set lmargin at screen 0.08064
if (medium eq 'slides') set rmargin at screen 0.96248
if (medium eq 'slides') set bmargin at screen 0.38613
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.14072
if (medium eq 'paper') set rmargin at screen 0.93452
if (medium eq 'paper') set bmargin at screen 0.40407
if (medium eq 'paper') set tmargin at screen 0.91841
set border 3 linecolor '#404040'
set title 'Strengths of the data''s modes' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.405,0.06675 center
if (medium eq 'web') set label 1 'strength' at screen 0.04699,0.54188 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'named-features · η = 2 · γ = 1e-12 · seed 2021'.'}' at screen 0.0075,0.02283 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.52156,0.26447 center
if (medium eq 'slides') set label 1 'strength' at screen 0.02063,0.64807 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'named-features · η = 2 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.53762,0.29378 center
if (medium eq 'paper') set label 1 'strength' at screen 0.03599,0.66124 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'named-features · η = 2 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.02635 left textcolor '#707070'
if (medium eq 'web') set xrange [0:1000]
if (medium eq 'web') set xtics out nomirror 200
if (medium eq 'slides') set xrange [0:1000]
if (medium eq 'slides') set xtics out nomirror 100
if (medium eq 'paper') set xrange [0:1000]
if (medium eq 'paper') set xtics out nomirror 200
if (medium eq 'web') set yrange [0:6.12]
if (medium eq 'web') set ytics out nomirror 1
if (medium eq 'slides') set yrange [0:6.12]
if (medium eq 'slides') set ytics out nomirror 2
if (medium eq 'paper') set yrange [0:6.12]
if (medium eq 'paper') set ytics out nomirror 2
if (medium eq 'web') set key at screen 0.74802,0.92147 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.23447 left top horizontal maxcols 3 Left reverse samplen 2 spacing 1.15 width -1
if (medium eq 'paper') set key at screen 0.01309,0.26658 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -1
plot $mode_strengths using 1:2 with lines linecolor rgb '#0072b2' linewidth 4 dashtype 1 title 'mode 1: 5.828', \
     $mode_strengths using 1:3 with lines linecolor rgb '#d55e00' linewidth 4 dashtype 1 title 'mode 2: 5.016', \
     $mode_strengths using 1:4 with lines linecolor rgb '#009e73' linewidth 4 dashtype 1 title 'mode 3: 3.029', \
     $mode_strengths using 1:5 with lines linecolor rgb '#e69f00' linewidth 4 dashtype 1 title 'mode 4: 2.955', \
     $mode_strengths using 1:6 with lines linecolor rgb '#56b4e9' linewidth 4 dashtype 1 title 'mode 5: 1.29', \
     $mode_strengths using 1:7 with lines linecolor rgb '#cc79a7' linewidth 4 dashtype 1 title 'mode 6: 1.138', \
     $mode_strengths using 1:8 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory', \
     $mode_strengths using 1:9 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $mode_strengths using 1:10 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $mode_strengths using 1:11 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $mode_strengths using 1:12 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $mode_strengths using 1:13 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $mode_strengths using 1:14 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $mode_strengths using 1:15 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle
